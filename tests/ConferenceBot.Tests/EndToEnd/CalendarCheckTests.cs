using System.Text.Json;
using ConferenceBot.Sandbox.Hosting;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The check as an operator runs it: the host's own program, beside a running bot, against the sandbox's Graph.</summary>
public sealed class CalendarCheckTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task The_check_reads_what_the_bot_reads_and_keeps_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("conferencebot-check-").FullName;
        try
        {
            var settings = HostSettings.For(town.Services.Tenant, town.Services.Registration, "http://127.0.0.1:0", folder, Convert.ToBase64String(new byte[32]));

            var text = await Programs.RunAsync(Programs.Host, settings, "calendar", "check");
            var json = await Programs.RunAsync(Programs.Host, settings, "calendar", "check", "--json", "--all");

            Assert.True(text.Exit is 0 or 1, text.Error);
            Assert.Contains("Recognised as conferences:", text.Output, StringComparison.Ordinal);
            Assert.Contains("Reading sampleshire, mailbox 1 ...", text.Error, StringComparison.Ordinal);
            Assert.All(town.Services.Tenant.People.SelectMany(person => new[] { person.Mail, person.Name }).Append("Exampleton").Append("CP-"),
                word => Assert.DoesNotContain(word, text.Output + text.Error + json.Output, StringComparison.OrdinalIgnoreCase));
            using var facts = JsonDocument.Parse(json.Output);
            var events = facts.RootElement.GetProperty("mailboxes")[0].GetProperty("events").EnumerateArray().ToList();
            Assert.Contains(events, one => one.GetProperty("outcome").GetString() == "conference" && one.GetProperty("known").GetInt32() > 0);
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("--council elsewhere", "There is no council 'elsewhere'; there is sampleshire.")]
    [InlineData("--mailbox 9", "There is no mailbox 9; the settings name 1.")]
    [InlineData("--everything", "calendar check has no option --everything.")]
    public async Task What_is_not_there_is_said_with_the_usage(string options, string said)
    {
        var settings = HostSettings.For(town.Services.Tenant, town.Services.Registration, "http://127.0.0.1:0", town.Sandbox.DataPath, Convert.ToBase64String(new byte[32]));

        var ended = await Programs.RunAsync(Programs.Host, settings, ["calendar", "check", .. options.Split(' ')]);

        Assert.Equal(2, ended.Exit);
        Assert.StartsWith(said, ended.Error, StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task A_graph_that_is_away_is_a_finding_in_words()
    {
        var settings = HostSettings.For(town.Services.Tenant, town.Services.Registration, "http://127.0.0.1:0", town.Sandbox.DataPath, Convert.ToBase64String(new byte[32]));
        settings["Councils__sampleshire__Graph__BaseUrl"] = $"http://127.0.0.1:{FreePort.Find()}/graph/v1.0";

        var ended = await Programs.RunAsync(Programs.Host, settings, "calendar", "check");

        Assert.Equal(1, ended.Exit);
        Assert.Contains("! This mailbox could not be read: Microsoft Graph cannot be reached from here.", ended.Output, StringComparison.Ordinal);
    }
}
