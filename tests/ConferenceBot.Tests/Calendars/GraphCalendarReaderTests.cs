using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class GraphCalendarReaderTests : IAsyncLifetime
{
    private FakeGraph graph = null!;
    private GraphSetup setup = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        setup = new GraphSetup(graph);
    }

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task A_round_of_several_pages_sends_the_same_preferences_and_the_token_on_every_page()
    {
        graph.Answers(
            graph.Page(Events.Conference("A"), graph.Link("$skiptoken=s1"), last: false),
            graph.Page("", graph.Link("$skiptoken=s2"), last: false),
            graph.Page(Events.Conference("B", "RCPC LCS 204417"), graph.Link("$deltatoken=d1")),
            graph.Page(Events.Removed("A"), graph.Link("$deltatoken=d2")));

        var first = await setup.ReadAsync();
        var second = await setup.ReadAsync(first.Link);
        var third = await setup.ReadAsync(second.Link);
        var delta = await setup.ReadAsync(third.Link);

        Assert.Equal((false, false, true, true), (first.IsLast, second.IsLast, third.IsLast, delta.IsLast));
        Assert.Equal(["A"], first.Events.Select(seen => seen.Id));
        Assert.Empty(second.Events);
        Assert.Equal(new RecognisedConference(ConferenceType.Review, "LCS 204417"), Assert.Single(third.Events).Recognised);
        Assert.Equal(["A"], delta.RemovedIds);
        Assert.Equal(graph.Link("$deltatoken=d2"), delta.Link);
        const string headers = """

            Prefer: outlook.timezone="UTC", odata.maxpagesize=100, IdType="ImmutableId"
            Authorization: Bearer token-1

            """;
        const string at = "GET /v1.0/users/conferences@council.example/calendarView/delta";
        Assert.Equal(
            $"{at}()?endDateTime=2026-11-27T08:00:00Z&startDateTime=2026-05-11T08:00:00Z{headers}{at}?$skiptoken=s1{headers}{at}?$skiptoken=s2{headers}{at}?$deltatoken=d1{headers}",
            string.Join('\n', graph.Requests) + "\n");
        Assert.All(setup.Credentials.Scopes, scope => Assert.Equal("https://graph.microsoft.com/.default", scope));
    }

    [Fact]
    public async Task A_conference_keeps_its_times_its_people_and_nothing_of_its_text()
    {
        graph.Answers(graph.Page(Events.Conference("A", "ICPC CP-10482 Exampleton"), graph.Link("$deltatoken=d")));

        var seen = Assert.Single((await setup.ReadAsync()).Events);

        Assert.Equal(("A", "uid-A", false), (seen.Id, seen.ICalUId, seen.Cancelled));
        Assert.Equal(new Slot(GraphSetup.At("2026-05-19T09:00:00Z"), GraphSetup.At("2026-05-19T11:00:00Z")), seen.Slot);
        Assert.Equal(new RecognisedConference(ConferenceType.Initial, "CP-10482"), seen.Recognised);
        Assert.Equal(["conferences@council.example", "ada.sampleton@council.example", "gita.demoworth@health.example"], seen.People);
        Assert.DoesNotContain("Exampleton", seen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret House", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_occurrence_takes_what_it_lacks_from_its_master_on_the_same_page()
    {
        graph.Answers(graph.Page(string.Join(',',
            Events.Occurrence("O1", "M", "2026-05-19T09:00:00", "2026-05-19T11:00:00"),
            Events.Master("M"),
            Events.Occurrence("O2", "M", "2026-08-18T09:00:00", "2026-08-18T11:00:00")), graph.Link("$deltatoken=d")));

        var page = await setup.ReadAsync();

        Assert.Equal(["O1", "O2"], page.Events.Select(seen => seen.Id));
        Assert.All(page.Events, seen => Assert.Equal("LCS 204417", seen.Recognised?.CaseNumber));
        Assert.Equal(["uid-M/20260519T090000Z", "uid-M/20260818T090000Z"], page.Events.Select(seen => seen.ICalUId));
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task A_master_on_another_page_is_read_once_and_one_that_is_gone_leaves_only_its_occurrences_out()
    {
        graph.On = request => request.Path switch
        {
            var path when path.EndsWith("/events/M", StringComparison.Ordinal) => new GraphReply(200, Events.Master("M")),
            var path when path.EndsWith("/events/gone", StringComparison.Ordinal) => new GraphReply(404, FakeGraph.Error("ErrorItemNotFound")),
            _ => graph.Page(string.Join(',',
                Events.Occurrence("O1", "M", "2026-05-19T09:00:00", "2026-05-19T11:00:00"),
                Events.Occurrence("O2", "M", "2026-08-18T09:00:00", "2026-08-18T11:00:00"),
                Events.Occurrence("O3", "gone", "2026-08-18T09:00:00", "2026-08-18T11:00:00")), graph.Link("$deltatoken=d")),
        };

        var page = await setup.ReadAsync();

        Assert.Equal(["O1", "O2"], page.Events.Select(seen => seen.Id));
        Assert.All(page.Events, seen => Assert.Equal(ConferenceType.Review, seen.Recognised?.Type));
        Assert.Equal(3, graph.Requests.Count);
        Assert.All(graph.Requests, request => Assert.Contains("IdType=\"ImmutableId\"", request.Prefer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"id\":\"bad\",\"subject\":\"ICPC CP-10482\"}")]
    [InlineData("{\"id\":\"bad\",\"start\":{\"dateTime\":\"soon\",\"timeZone\":\"UTC\"},\"end\":{\"dateTime\":\"later\",\"timeZone\":\"UTC\"}}")]
    [InlineData("{\"id\":\"bad\",\"start\":7,\"end\":[],\"attendees\":\"all\",\"lastModifiedDateTime\":\"yesterday\"}")]
    [InlineData("{\"id\":\"bad\",\"start\":{\"dateTime\":\"2026-05-19T09:00:00\",\"timeZone\":\"Atlantis\"}}")]
    [InlineData("{\"subject\":\"without id\"}")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task An_event_that_cannot_be_read_is_left_out_and_spoils_nothing(string bad)
    {
        graph.Answers(graph.Page($"{Events.Conference("A")},{bad},{Events.Conference("B")}", graph.Link("$deltatoken=d")));

        var page = await setup.ReadAsync();

        Assert.Equal(["A", "B"], page.Events.Select(seen => seen.Id));
        Assert.Contains(setup.Logs.GetSnapshot(), log => log.Id.Id == 5004);
    }

    [Fact]
    public async Task An_item_named_twice_on_a_page_counts_as_it_came_last()
    {
        graph.Answers(graph.Page(string.Join(',', Events.Conference("A"), Events.Conference("B"), Events.Removed("B"),
            Events.Conference("A", start: "2026-05-20T09:00:00", end: "2026-05-20T11:00:00")), graph.Link("$deltatoken=d")));

        var page = await setup.ReadAsync();

        Assert.Equal(GraphSetup.At("2026-05-20T09:00:00Z"), Assert.Single(page.Events).Slot.Start);
        Assert.Equal(["B"], page.RemovedIds);
    }

    [Fact]
    public async Task A_private_event_and_one_that_is_no_conference_keep_no_people_and_no_number()
    {
        graph.Answers(graph.Page(string.Join(',', Events.Conference("A", sensitivity: "private"), Events.Conference("B", sensitivity: "strange"),
            Events.Conference("C", "Core group meeting CP-10482"), Events.Conference("D", cancelled: true)), graph.Link("$deltatoken=d")));

        var events = (await setup.ReadAsync()).Events;

        Assert.All(events.Take(3), seen => Assert.True(seen.Recognised is null && seen.People.IsEmpty));
        Assert.True(events[3].Cancelled);
        Assert.NotNull(events[3].Recognised);
    }

    [Fact]
    public async Task No_log_line_holds_a_subject_a_name_an_address_or_a_number()
    {
        graph.Answers(
            graph.Page($"{Events.Conference("A", "ICPC CP-10482 Exampleton")},{Events.Conference("B", sensitivity: "private")},{{\"id\":\"bad\",\"subject\":\"Exampleton\"}}",
                graph.Link("$deltatoken=d")),
            new GraphReply(403, FakeGraph.Error("ErrorAccessDenied", "ada.sampleton@council.example may not read Exampleton")));

        await setup.ReadAsync();
        var away = await Assert.ThrowsAsync<CalendarAwayException>(() => setup.ReadAsync());

        var all = string.Join('\n', setup.Logs.GetSnapshot().Select(log => $"{log.Message} {log.Exception} {string.Join(' ', log.StructuredState ?? [])}")) + away;
        Assert.Contains("ErrorAccessDenied", all, StringComparison.Ordinal);
        Assert.All(["Exampleton", "@", "Sampleton", "10482", "Secret", "conferences%40", "token-1"],
            secret => Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase));
    }
}
