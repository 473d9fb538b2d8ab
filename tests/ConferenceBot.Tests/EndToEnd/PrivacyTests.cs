using System.Text;
using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>What must not be found in the log, on a lock screen or in the files.</summary>
[Collection(nameof(SampleFortnight))]
public sealed class PrivacyTests(SampleFortnight fortnight)
{
    private static readonly string[] Subjects =
    [
        "Robin", "Exampleton", "Pretendersen", "Fakename", "Hiddenname", "Parent One", "Lawyerly", "Interpretson", "CP-10482", "CP-10291", "CP-10517",
        "204417", "198234", "30518833", "CP-10561", "CP-10999", "943 476", "960017", "Sampleshire House",
    ];
    private static readonly string[] Typed = [SampleFortnight.Seen, SampleFortnight.Tried, SampleFortnight.Wanted];
    private readonly Town _town = fortnight.Town;

    private IEnumerable<string> People => _town.Services.Tenant.People.SelectMany(person => new[] { person.Name, person.Mail }).Append("parent.one");

    [Fact]
    public void The_log_names_nobody_and_quotes_nothing()
    {
        using var open = new FileStream(Path.Combine(_town.Sandbox.DataPath, "host.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(open);
        var log = reader.ReadToEnd();

        Assert.NotEmpty(log);
        Assert.All([.. Subjects, .. Typed, .. People, .. Names()], word => Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase));
        Assert.All(["eyJ", "Bearer "], token => Assert.DoesNotContain(token, log, StringComparison.Ordinal));
    }

    [Fact]
    public void No_toast_and_no_first_line_names_anybody()
    {
        var lines = fortnight.Shown.SelectMany(message => new[] { message.Summary, message.Text, FirstLine(message) }).OfType<string>().Distinct().ToList();

        Assert.NotEmpty(lines);
        Assert.All([.. Subjects, .. Typed, .. People], word => Assert.DoesNotContain(lines, line => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_files_hold_no_name_and_no_text_in_the_clear()
    {
        var bytes = _town.Database.Bytes();

        Assert.True(bytes.Length > 0);
        Assert.True(_town.Database.Count("SELECT COUNT(*) FROM ProtectedTexts") >= Typed.Length);
        foreach (var word in Subjects.Concat(Typed).Concat(People))
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, word);
    }

    /// <summary>Family names alone would show too.</summary>
    private IEnumerable<string> Names() => _town.Services.Tenant.People.Select(person => person.Name.Split(' ')[1]);

    private static string? FirstLine(ConferenceBot.Sandbox.Connector.ChatMessage message) =>
        message.Card.Items("body").FirstOrDefault(item => item.Text("type") == "TextBlock").Text("text");
}
