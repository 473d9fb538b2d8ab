using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

public sealed class CalendarAwayTests : IAsyncLifetime
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

    [Theory]
    [InlineData(410, "syncStateNotFound")]
    [InlineData(410, "resyncRequired")]
    [InlineData(410, "anything")]
    [InlineData(400, "SyncStateInvalid")]
    [InlineData(404, "syncStateNotFound")]
    public async Task An_outdated_link_asks_for_a_full_round(int status, string code)
    {
        graph.Answers(new GraphReply(status, FakeGraph.Error(code)));

        var page = await setup.ReadAsync(graph.Link("$deltatoken=old"));

        Assert.True(page.Restart);
        Assert.True(page is { Link: null, IsLast: false, Events.IsEmpty: true, RemovedIds.IsEmpty: true });
    }

    [Fact]
    public async Task A_full_round_that_is_called_outdated_is_a_failure_and_no_restart_without_end()
    {
        graph.Answers(new GraphReply(410, FakeGraph.Error("syncStateNotFound")));

        Assert.Equal("syncStateNotFound", (await AwayAsync()).Code);
    }

    [Theory]
    [InlineData(429, "17", 17)]
    [InlineData(429, "Mon, 11 May 2026 08:01:30 GMT", 90)]
    [InlineData(429, "Mon, 11 May 2026 07:00:00 GMT", 0)]
    [InlineData(503, "5", 5)]
    [InlineData(429, "9999999", 86400)]
    [InlineData(429, "soon", null)]
    [InlineData(429, null, null)]
    public async Task Graphs_wish_to_wait_becomes_a_fact_and_nothing_is_retried_inside(int status, string? retryAfter, int? seconds)
    {
        graph.Answers(new GraphReply(status, FakeGraph.Error("ApplicationThrottled"), retryAfter is null ? [] : [("Retry-After", retryAfter)]));

        var away = await AwayAsync();

        Assert.Equal(("ApplicationThrottled", seconds), (away.Code, (int?)away.RetryAfter?.TotalSeconds));
        Assert.Single(graph.Requests);
    }

    [Theory]
    [InlineData(500, "", "http-500")]
    [InlineData(502, "<html>Bad gateway</html>", "http-502")]
    [InlineData(500, "{\"error\":7}", "http-500")]
    [InlineData(503, "{\"error\":{\"code\":\"a person@council.example\",\"message\":\"\"}}", "http-503")]
    [InlineData(403, "{\"error\":{\"code\":\"ErrorAccessDenied\",\"message\":\"No.\"}}", "ErrorAccessDenied")]
    [InlineData(200, "", "unreadable")]
    [InlineData(200, "[]", "unreadable")]
    [InlineData(200, "<html>Sign in</html>", "unreadable")]
    [InlineData(200, "{\"value\":[", "unreadable")]
    [InlineData(200, "{\"value\":[]}", "unreadable")]
    [InlineData(200, "{\"value\":{},\"@odata.deltaLink\":\"http://127.0.0.1/\"}", "unreadable")]
    public async Task A_calendar_that_cannot_be_read_is_never_an_empty_page(int status, string body, string code)
    {
        graph.Answers(new GraphReply(status, body) { ContentType = body.StartsWith('<') ? "text/html" : "application/json" });

        Assert.Equal(code, (await AwayAsync()).Code);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task A_call_ends_after_twenty_seconds_of_machine_time()
    {
        graph.Answers(GraphReply.Never);
        var reading = AwayAsync();
        await graph.Arrived;

        setup.Machine.Advance(TimeSpan.FromSeconds(19));
        Assert.False(reading.IsCompleted);
        setup.Machine.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("timeout", (await reading).Code);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_that_the_calendar_is_away()
    {
        graph.Answers(GraphReply.Never);
        using var stop = new CancellationTokenSource();
        var reading = setup.ReadAsync(cancellationToken: stop.Token);
        await graph.Arrived;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_graph_that_is_not_there_is_unreachable()
    {
        await graph.DisposeAsync();

        Assert.Equal("unreachable", (await AwayAsync()).Code);
    }

    [Fact]
    public async Task A_link_to_another_origin_in_an_answer_is_refused_and_no_token_goes_there()
    {
        await using var foreign = await FakeGraph.StartAsync();
        graph.Answers(graph.Page("", foreign.Link("$skiptoken=x"), last: false));

        Assert.Equal("foreign-link", (await AwayAsync()).Code);
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task A_stored_link_to_another_origin_is_not_followed_and_starts_a_full_round()
    {
        await using var foreign = await FakeGraph.StartAsync();

        var page = await setup.ReadAsync(foreign.Link("$deltatoken=x"));

        Assert.True(page.Restart);
        Assert.Empty(foreign.Requests);
        Assert.Empty(graph.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var foreign = await FakeGraph.StartAsync();
        graph.Answers(new GraphReply(status, "", ("Location", foreign.BaseUrl)));

        Assert.Equal("redirect", (await AwayAsync()).Code);
        Assert.Empty(foreign.Requests);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task A_refused_token_is_asked_for_again_once()
    {
        graph.Answers(new GraphReply(401, FakeGraph.Error("InvalidAuthenticationToken")), graph.Page("", graph.Link("$deltatoken=d")));

        Assert.True((await setup.ReadAsync()).IsLast);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], graph.Requests.Select(request => request.Authorization));

        graph.Answers(new GraphReply(401, FakeGraph.Error("InvalidAuthenticationToken")));
        Assert.Equal("InvalidAuthenticationToken", (await AwayAsync()).Code);
        Assert.Equal(4, graph.Requests.Count);
    }

    private Task<CalendarAwayException> AwayAsync() => Assert.ThrowsAsync<CalendarAwayException>(() => setup.ReadAsync());
}
