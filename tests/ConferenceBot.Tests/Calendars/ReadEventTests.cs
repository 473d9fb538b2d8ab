using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

/// <summary>One event read again, outside any round.</summary>
public sealed class ReadEventTests : IAsyncLifetime
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
    public async Task An_event_is_read_as_the_round_would_read_it()
    {
        graph.Answers(new GraphReply(200, Events.Conference("A")));
        var seen = await ReadAsync("A");
        graph.Answers(graph.Page(Events.Conference("A"), graph.Link("$deltatoken=d1")));
        var inRound = Assert.Single((await setup.ReadAsync()).Events);

        Assert.NotNull(seen);
        Assert.Equal((inRound.ICalUId, inRound.Slot, inRound.Recognised), (seen.ICalUId, seen.Slot, seen.Recognised));
        Assert.Equal(inRound.People, seen.People);
        var request = graph.Requests[0];
        Assert.Equal("/v1.0/users/conferences@council.example/events/A", request.Path);
        Assert.Contains("IdType=\"ImmutableId\"", request.Prefer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_gone_is_nothing_and_a_calendar_that_is_away_is_not()
    {
        graph.Answers(new GraphReply(404, FakeGraph.Error("ErrorItemNotFound")));
        Assert.Null(await ReadAsync("A"));
        graph.Answers(new GraphReply(503, FakeGraph.Error("serviceNotAvailable")));
        await Assert.ThrowsAsync<CalendarAwayException>(() => ReadAsync("A"));
    }

    private Task<SeenEvent?> ReadAsync(string id) => setup.Reader.ReadEventAsync(GraphSetup.Council, GraphSetup.Mailbox, id, default);
}
