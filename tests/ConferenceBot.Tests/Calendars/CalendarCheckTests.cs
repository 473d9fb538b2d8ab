using System.Text.Json.Nodes;
using ConferenceBot.Testing;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class CalendarCheckTests : IAsyncLifetime
{
    private static readonly string[] Never =
        ["Exampleton", "Secret House", "Sampleton", "Demoworth", "example", "@", "10482", "10517", "204417", "red folder", "uid-", "conferences@", "Budget"];

    private FakeGraph graph = null!;
    private GraphSetup setup = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        setup = new GraphSetup(graph,
            ("sampleshire:Calendars:Mailboxes:1", "second@council.example"), ("sampleshire:Calendars:Mailboxes:2", "third@council.example"),
            ("sampleshire:Calendars:Recognition:Categories:0", "Child protection conference"));
        graph.On = Answer;
    }

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task The_report_says_what_is_recognised_and_what_not_and_why_without_a_word_of_the_calendar()
    {
        var (clean, text, progress) = await CheckAsync(new CalendarCheckRequest());

        Assert.False(clean);
        Assert.Null(Golden.Difference("calendar-check.txt", text));
        Assert.Null(Golden.Difference("calendar-check-progress.txt", progress));
        Assert.All(Never, word => Assert.DoesNotContain(word, text + progress, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task All_lists_the_other_meetings_too()
    {
        var (_, text, _) = await CheckAsync(new CalendarCheckRequest(Mailbox: 1, All: true));

        Assert.Null(Golden.Difference("calendar-check-all.txt", text));
        Assert.All(Never, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task For_programs_it_is_the_same_facts_as_json()
    {
        var (clean, text, _) = await CheckAsync(new CalendarCheckRequest(Mailbox: 2, Json: true));

        Assert.True(clean);
        Assert.Null(Golden.JsonDifference("calendar-check.json", JsonNode.Parse(text)!));
        Assert.All(Never, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Days_replace_the_end_of_the_window()
    {
        await CheckAsync(new CalendarCheckRequest(Mailbox: 2, Days: 10));

        Assert.Contains("endDateTime=2026-05-22T00:00:00Z&startDateTime=2026-05-04T00:00:00Z", graph.Requests[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reads_and_writes_nothing()
    {
        await CheckAsync(new CalendarCheckRequest());

        Assert.All(graph.Requests, request => Assert.True(
            request.Method == "GET" || request.Path.EndsWith("$batch", StringComparison.Ordinal) || request.Path.EndsWith("/checkMemberGroups", StringComparison.Ordinal),
            request.ToString()));
    }

    [Theory]
    [InlineData(403, "ErrorAccessDenied", "Check the permissions and the mailbox's scope")]
    [InlineData(404, "ErrorInvalidUser", "there is no such mailbox")]
    [InlineData(429, "ApplicationThrottled", "asks to wait")]
    [InlineData(503, "serviceNotAvailable", "answered serviceNotAvailable")]
    public async Task A_mailbox_that_cannot_be_read_is_said_with_what_to_do(int status, string code, string words)
    {
        graph.On = _ => new GraphReply(status, FakeGraph.Error(code, "conferences@council.example Exampleton"));

        var (clean, text, _) = await CheckAsync(new CalendarCheckRequest(Mailbox: 1));

        Assert.False(clean);
        Assert.Contains("! This mailbox could not be read: ", text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.All(Never, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Pages_that_lead_in_a_circle_end_the_check_and_are_said()
    {
        graph.On = _ => graph.Page(Events.Conference("A"), graph.Link("$skiptoken=again"), last: false);

        var (clean, text, _) = await CheckAsync(new CalendarCheckRequest(Mailbox: 1));

        Assert.False(clean);
        Assert.Contains("its pages lead in a circle", text, StringComparison.Ordinal);
        Assert.Equal(2, graph.Requests.Count);
    }

    [Fact]
    public async Task A_directory_that_is_away_leaves_the_calendars_in_the_report()
    {
        graph.On = request => request.Path.Contains("/calendarView/", StringComparison.Ordinal)
            ? graph.Page(Events.Conference("A"), graph.Link("$deltatoken=d")) : new GraphReply(403, FakeGraph.Error("Authorization_RequestDenied"));

        var (clean, text, _) = await CheckAsync(new CalendarCheckRequest(Mailbox: 1));

        Assert.False(clean);
        Assert.Contains("Recognised as conferences: 1", text, StringComparison.Ordinal);
        Assert.Contains("! The directory could not be asked: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("known", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_without_one_conference_needs_a_look()
    {
        graph.On = _ => graph.Page(Events.Conference("A", "Budget"), graph.Link("$deltatoken=d"));

        var (clean, text, _) = await CheckAsync(new CalendarCheckRequest(Mailbox: 1));

        Assert.False(clean);
        Assert.Contains("! No conference was recognised in this mailbox.", text, StringComparison.Ordinal);
    }

    private async Task<(bool Clean, string Text, string Progress)> CheckAsync(CalendarCheckRequest request)
    {
        var (output, progress) = (new StringWriter(), new StringWriter());
        var clean = await setup.Check.RunAsync([GraphSetup.Council], request, GraphSetup.At("2026-05-11T08:00:00Z"), (output, progress), TestContext.Current.CancellationToken);
        return (clean, output.ToString(), progress.ToString());
    }

    private GraphReply Answer(GraphRequest request)
    {
        if (request.Path.Contains("third@", StringComparison.Ordinal)) return new GraphReply(404, FakeGraph.Error("ErrorInvalidUser"));
        if (request.Path.Contains("second@", StringComparison.Ordinal)) return graph.Page(Shared, graph.Link("$deltatoken=d"));
        if (!request.Path.Contains("calendarView", StringComparison.Ordinal)) return NobodyKnown(request);
        return request.Query.Contains("$skiptoken", StringComparison.Ordinal)
            ? graph.Page(string.Join(',', SecondPage), graph.Link("$deltatoken=d"))
            : graph.Page(string.Join(',', FirstPage), graph.Link("$skiptoken=s"), last: false);
    }

    private static GraphReply NobodyKnown(GraphRequest request)
    {
        if (!request.Path.EndsWith("$batch", StringComparison.Ordinal)) return new GraphReply(200, """{"value":[]}""");
        var parts = JsonNode.Parse(request.Body)!["requests"]!.AsArray().Select(part => (JsonNode)new JsonObject
        {
            ["id"] = part!["id"]!.GetValue<string>(), ["status"] = 200, ["body"] = new JsonObject { ["value"] = new JsonArray() },
        });
        return new GraphReply(200, new JsonObject { ["responses"] = new JsonArray([.. parts]) }.ToJsonString());
    }

    private static string Shared => Events.Conference("shared", "ICPC CP-10482 Exampleton");

    private static string[] FirstPage =>
    [
        Shared,
        Events.Conference("assumed", "CP-10517 Exampleton", "2026-10-27T09:00:00", "2026-10-27T10:30:00", categories: "\"Child protection conference\""),
        Events.Conference("cancelled", "First RCPC CP-10517", "2026-06-02T08:30:00", "2026-06-02T09:15:00", cancelled: true),
        Events.Conference("no-reference", "RCPC Exampleton family", "2026-05-20T09:00:00", "2026-05-20T10:00:00"),
        Events.Conference("date", "ICPC 19/05/2026", "2026-05-21T09:00:00", "2026-05-21T10:00:00"),
        Events.Conference("category", "Exampleton, red folder", "2026-05-22T09:00:00", "2026-05-22T10:00:00", categories: "\"Child protection conference\""),
        Events.Conference("minutes", "Minutes of ICPC CP-10482", "2026-05-25T09:00:00", "2026-05-25T10:00:00"),
    ];

    private static string[] SecondPage =>
    [
        Events.Master("master"),
        Events.Occurrence("first", "master", "2026-07-01T08:00:00", "2026-07-01T10:00:00"),
        Events.Conference("visit", "Visit CP-10517 Exampleton", "2026-05-26T09:00:00", "2026-05-26T10:00:00"),
        Events.Conference("other", "Budget", "2026-05-27T09:00:00", "2026-05-27T10:00:00"),
        Events.Conference("day", "Leave", "2026-05-28T00:00:00", "2026-05-30T00:00:00").Replace("\"isAllDay\":false", "\"isAllDay\":true", StringComparison.Ordinal),
        Events.Conference("private", "ICPC CP-10482 Exampleton", "2026-05-29T09:00:00", "2026-05-29T10:00:00", sensitivity: "private"),
        Events.Conference("silent", "", "2026-06-29T09:00:00", "2026-06-29T10:00:00"),
        """{"@odata.type":"#microsoft.graph.event","id":"broken","start":7}""",
    ];
}
