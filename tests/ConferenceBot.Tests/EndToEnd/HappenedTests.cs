using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>What the program tells of itself, after a whole fortnight.</summary>
[Collection(nameof(SampleFortnight))]
public sealed class HappenedTests(SampleFortnight fortnight) : IDisposable
{
    private static readonly string[] Subjects = ["Robin", "Exampleton", "Parent One", "CP-10482", "CP-10291", "CP-10517", "204417", "Sampleshire House", "parent.one"];
    private static readonly string[] Typed = [SampleFortnight.Seen, SampleFortnight.Tried, SampleFortnight.Wanted];
    private readonly Town _town = fortnight.Town;
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Nothing_that_anybody_typed_and_no_subject_is_in_it()
    {
        var record = await GetAsync(_town.Sandbox.HostAddress!, "/clockwork/record");
        var page = await GetAsync(_town.Sandbox.Address, "/api/happened") + await GetAsync(_town.Sandbox.Address, "/api/state");

        Assert.All(Typed.Concat(Subjects), word => Assert.DoesNotContain(word, record + page, StringComparison.OrdinalIgnoreCase));
        var names = _town.Services.Tenant.People.SelectMany(person => new[] { person.Name, person.Mail });
        Assert.All(names, name => Assert.DoesNotContain(name, record, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Asking_again_with_the_cursor_is_answered_without_the_rows()
    {
        await _town.UntilQuietAsync();
        var cursor = JsonReading.ParseObject(await GetAsync(_town.Sandbox.HostAddress!, "/clockwork/record")).Text("cursor");
        var again = JsonReading.ParseObject(await GetAsync(_town.Sandbox.HostAddress!, "/clockwork/record?after=" + cursor));

        Assert.Equal(cursor, again.Text("cursor"));
        Assert.Empty(again.Items("councils"));
    }

    [Fact]
    public async Task Every_decision_has_its_reason()
    {
        var lines = await LinesAsync("decision");
        var prompts = lines.Where(text => text.StartsWith("Prompt for ", StringComparison.Ordinal)).ToList();

        Assert.Contains("Prompt for Gita Demoworth decided: first prompt, reports to the family and the chair are due Fri 15 May 17:00.", prompts);
        Assert.Contains(prompts, text => text.Contains("the day before a deadline", StringComparison.Ordinal));
        Assert.Contains(lines, text => text.StartsWith("Notice of the new date for ", StringComparison.Ordinal));
        Assert.Contains(lines, text => text.StartsWith("Alert for Ada Sampleton decided: ", StringComparison.Ordinal));
        Assert.Contains(lines, text => text.EndsWith(" a decision is asked for.", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, text => text.Contains("something has changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_prompt_that_waits_says_why()
    {
        Assert.Contains(await LinesAsync("notice"), text => text.StartsWith("Not sent yet: one prompt a working day.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_card_that_arrived_is_told_once_with_how_it_was_sent()
    {
        var lines = (await _town.Sandbox.Happened.AllAsync(default)).Where(line => line.Text.Contains(" gets: ", StringComparison.Ordinal)).ToList();

        Assert.True(lines.Count > 20);
        Assert.Equal(lines.Count, lines.Select(line => line.Activity).Distinct().Count());
        Assert.All(lines, line => Assert.StartsWith("Sent at first attempt.", line.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_click_is_followed_by_its_audit_row()
    {
        var lines = (await _town.Sandbox.Happened.AllAsync(default)).ToList();
        var audit = lines.FindIndex(line => line.Text.EndsWith("raised something with the chair or a manager.", StringComparison.Ordinal));

        Assert.Equal("reply", lines[..audit].Last(line => line.Kind is "reply" or "decision").Kind);
        Assert.Equal(_town.Who(SampleFortnight.Lead).Id, lines[audit].Who);
        Assert.NotNull(lines[audit].Conference);
    }

    [Fact]
    public async Task Every_event_of_the_calendar_says_what_was_made_of_it()
    {
        var state = JsonReading.ParseObject(await GetAsync(_town.Sandbox.Address, "/api/state"));
        var events = state.Items("conferences").Where(one => one.Text("status") != "cancelled").ToList();

        Assert.All(events, one => Assert.NotNull(one.Text("recognition")));
        Assert.Contains(events, one => one.Text("recognition") == "Recognised as an initial conference." && one.Text("type") == "Initial conference");
        Assert.Contains(events, one => one.Text("recognition")!.StartsWith("Not recognised: ", StringComparison.Ordinal) && one.Text("reference") is null);
        var initial = events.First(one => one.Text("type") == "Initial conference");
        Assert.Matches("^[A-Z]{2}-[0-9]{3}$", initial.Text("reference")!);
        Assert.True(initial!["people"]!["known"]!.GetValue<int>() > 0);
        Assert.Contains(initial.Items("dues"), due => due.Text("what")!.StartsWith("Reports to the family due", StringComparison.Ordinal));
        Assert.Null(state!["log"]);
    }

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<string>> LinesAsync(string kind) =>
        [.. (await _town.Sandbox.Happened.AllAsync(default)).Where(line => line.Kind == kind).Select(line => line.Text)];

    private Task<string> GetAsync(Uri origin, string path) => _http.GetStringAsync(new Uri(origin, path));
}
