using System.Text;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.OwnCalendar;
using ConferenceBot.Sandbox.Page;
using ConferenceBot.Tests.SandboxTests;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>Somebody's own calendar with the real host.</summary>
public sealed class OwnCalendarTests
{
    [Fact]
    public async Task Nobody_but_an_administrator_hears_anything_before_they_are_confirmed_and_nothing_of_the_file_is_anywhere()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { IcsFile = Exports.Path("google") }, cancellation);
        var administrators = sandbox.Services.Tenant.Administrators;
        var chats = sandbox.Services.Chats.All.Where(chat => !administrators.Contains(chat.Person.Id));
        await sandbox.Walk.WalkToAsync(sandbox.Services.StartedAt.AddHours(4), cancellation);
        Assert.DoesNotContain(chats.SelectMany(chat => chat.Messages()), message => message.From == "bot");

        Assert.Equal(9, await Confirming.ConfirmAsync(sandbox, null, cancellation));
        await sandbox.Walk.WalkToAsync(sandbox.Services.StartedAt.AddHours(5), cancellation);
        var asked = chats.Where(chat => chat.Messages().Any(message => message.From == "bot")).Select(chat => chat.Person).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, person => Assert.True(person.Awaits));

        using var http = new HttpClient { BaseAddress = sandbox.Address };
        var state = await http.GetStringAsync("/api/state", cancellation);
        var log = await LogAsync(sandbox);
        var database = new HostDatabase(Path.Combine(sandbox.DataPath, "conferencebot.db")).Bytes();
        foreach (var word in OriginalWords.Of(sandbox.Services.Tenant).Where(word => word.Length > 4))
        {
            Assert.DoesNotContain(word, state, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase);
            Assert.True(database.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, word);
        }
    }

    [Theory]
    [InlineData("outlook")]
    [InlineData("google")]
    public async Task The_main_job_is_played_on_an_export(string name)
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, new Dictionary<string, string>(), "--play", "main-job", "--ics", Exports.Path(name));

        Assert.True(ended.Exit == 0, ended.Output + ended.Error);
        Assert.StartsWith($"Your calendar {name}.ics is read on this machine", ended.Output);
        Assert.Contains("All 23 steps observed", ended.Output);
        Assert.DoesNotContain("Hiddenham", ended.Output);
    }

    [Fact]
    public async Task What_a_small_calendar_does_not_allow_is_skipped_with_a_reason()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Exports.Text(Exports.Event("ICPC Hiddenham CP-10482", "20261020T100000",
            Exports.Attendee("chair@madeupshire.gov.uk"), Exports.Attendee("visitor@trust.nhs.uk"))), TestContext.Current.CancellationToken);
        var ended = await Programs.RunAsync(Programs.Sandbox, new Dictionary<string, string>(), "--play", "main-job", "--ics", file);
        File.Delete(file);

        Assert.True(ended.Exit == 0, ended.Output + ended.Error);
        Assert.Contains("nobody else who writes a report is invited to that conference", ended.Output);
        Assert.Contains("13 of 23 steps observed, 10 skipped", ended.Output);
    }

    private static async Task<string> LogAsync(SandboxServer sandbox)
    {
        await using var open = new FileStream(Path.Combine(sandbox.DataPath, "host.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(open);
        return await reader.ReadToEndAsync();
    }
}
