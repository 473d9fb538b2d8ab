using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Graph;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class GraphDeltaTests : IAsyncLifetime
{
    private const string Utc = "outlook.timezone=\"UTC\"";
    private const string Window = "startDateTime=2026-05-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z";
    private const string Initial = "initial-one@sampleshire.example";
    private const string Review = "review-one@sampleshire.example";
    private readonly TenantFixture _tenant = new();

    private string Path => $"/users/{_tenant.Mailbox}/calendarView/delta";

    public ValueTask InitializeAsync() => _tenant.InitializeAsync();

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Theory]
    [InlineData("delta")]
    [InlineData("delta()")]
    public async Task A_round_gives_the_conferences_and_the_series_and_ends_with_a_delta_link(string name)
    {
        var round = await ReadAsync($"/users/{_tenant.Mailbox}/calendarView/{name}?{Window}", 50);

        Assert.Equal(18, round.Items.Count(item => item.Text("type") == "singleInstance"));
        var master = Assert.Single(round.Items, item => item.Text("iCalUId") == "core-group-one@sampleshire.example" && item.Text("type") == "seriesMaster");
        var occurrence = Assert.Single(round.Items, item => item.Text("seriesMasterId") == master.Text("id"));
        Assert.Equal(master.Text("id"), occurrence.Text("seriesMasterId"));
        Assert.Null(occurrence.Text("subject"));
        Assert.Contains("$deltatoken=", round.DeltaLink);
    }

    [Fact]
    public async Task Times_are_in_the_zone_that_was_preferred()
    {
        var utc = (await ReadAsync($"{Path}?{Window}", 50)).Items.Single(item => item.Text("iCalUId") == Initial);
        var local = (await _tenant.GraphAsync(HttpMethod.Get, $"{Path}?{Window}", "outlook.timezone=\"Europe/London\", odata.maxpagesize=50"))
            .Value.Single(item => item.Text("iCalUId") == Initial);

        Assert.Equal("2026-05-19T09:00:00.0000000", utc.Object("start").Text("dateTime"));
        Assert.Equal("UTC", utc.Object("start").Text("timeZone"));
        Assert.Equal("2026-05-19T10:00:00.0000000", local.Object("start").Text("dateTime"));
    }

    [Fact]
    public async Task Pages_are_as_large_as_asked_and_a_page_can_be_asked_again()
    {
        var first = await _tenant.GraphAsync(HttpMethod.Get, $"{Path}?{Window}", Utc + ", odata.maxpagesize=2");
        var second = await _tenant.GraphAsync(HttpMethod.Get, first.Next!, Utc + ", odata.maxpagesize=2");
        var again = await _tenant.GraphAsync(HttpMethod.Get, first.Next!, Utc + ", odata.maxpagesize=2");

        Assert.Equal(2, first.Value.Count);
        Assert.Null(first.Delta);
        Assert.Equal(second.Value.Select(item => item.Text("id")), again.Value.Select(item => item.Text("id")));
    }

    [Theory]
    [InlineData("$select=subject")]
    [InlineData("$filter=isAllDay eq true")]
    [InlineData("$orderby=start/dateTime")]
    [InlineData("$expand=attachments")]
    [InlineData("$search=x")]
    public async Task Delta_takes_no_query_options(string option)
    {
        var reply = await _tenant.GraphAsync(HttpMethod.Get, $"{Path}?{Window}&{option}", Utc);

        Assert.Equal((400, "ErrorInvalidUrlQuery"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_window_is_needed()
    {
        Assert.Equal((400, "ErrorInvalidParameter"), StatusAndCode(await _tenant.GraphAsync(HttpMethod.Get, Path, Utc)));
    }

    [Fact]
    public async Task A_later_page_without_the_time_zone_is_refused()
    {
        var first = await _tenant.GraphAsync(HttpMethod.Get, $"{Path}?{Window}", Utc + ", odata.maxpagesize=2");

        Assert.Equal(400, (await _tenant.GraphAsync(HttpMethod.Get, first.Next!, "odata.maxpagesize=2")).Status);
        Assert.Equal(400, (await _tenant.GraphAsync(HttpMethod.Get, first.Next!, "outlook.timezone=\"Europe/London\"")).Status);
    }

    [Fact]
    public async Task Nothing_changed_gives_an_empty_round_with_a_new_link()
    {
        var round = await ReadAsync($"{Path}?{Window}", 50);
        var next = await ReadAsync(round.DeltaLink, 50);

        Assert.Empty(next.Items);
        Assert.NotEqual(round.DeltaLink, next.DeltaLink);
    }

    [Fact]
    public async Task A_moved_event_comes_whole_and_alone()
    {
        var round = await ReadAsync($"{Path}?{Window}", 50);
        _tenant.Services.Changes.Move(Initial, Iso.Read("2026-05-20T12:00:00Z")!.Value, Iso.Read("2026-05-20T14:00:00Z")!.Value);
        var item = Assert.Single((await ReadAsync(round.DeltaLink, 50)).Items);

        Assert.Equal("2026-05-20T12:00:00.0000000", item.Object("start").Text("dateTime"));
        Assert.Equal("ICPC CP-10482", item.Text("subject"));
    }

    [Fact]
    public async Task A_cancelled_event_is_removed_once()
    {
        var round = await ReadAsync($"{Path}?{Window}", 50);
        var id = round.Items.Single(item => item.Text("iCalUId") == Review).Text("id");
        _tenant.Services.Changes.Cancel(Review);
        var next = await ReadAsync(round.DeltaLink, 50);
        var item = Assert.Single(next.Items);

        Assert.Equal((id, "deleted"), (item.Text("id"), item.Object("@removed").Text("reason")));
        Assert.Empty((await ReadAsync(next.DeltaLink, 50)).Items);
    }

    [Fact]
    public async Task A_cancellation_that_stays_in_the_calendar_comes_marked()
    {
        var round = await ReadAsync($"{Path}?{Window}", 50);
        _tenant.Services.Changes.Cancel(Review, keep: true);

        Assert.True(Assert.Single((await ReadAsync(round.DeltaLink, 50)).Items).Flag("isCancelled"));
    }

    [Fact]
    public async Task An_event_that_leaves_the_frozen_window_is_removed_and_one_that_enters_it_is_added()
    {
        var round = await ReadAsync($"{Path}?{Window}", 50);
        _tenant.Services.Changes.Move(Initial, Iso.Read("2026-07-01T09:00:00Z")!.Value, Iso.Read("2026-07-01T10:00:00Z")!.Value);
        var left = await ReadAsync(round.DeltaLink, 50);
        _tenant.Services.Changes.Move(Initial, Iso.Read("2026-05-22T09:00:00Z")!.Value, Iso.Read("2026-05-22T10:00:00Z")!.Value);
        var back = await ReadAsync(left.DeltaLink, 50);

        Assert.NotNull(Assert.Single(left.Items).Object("@removed"));
        Assert.Equal(Initial, Assert.Single(back.Items).Text("iCalUId"));
    }

    [Fact]
    public async Task A_token_that_is_unknown_or_has_expired_is_gone()
    {
        var round = await ReadAsync($"{Path}?{Window}", 50);
        var unknown = await _tenant.GraphAsync(HttpMethod.Get, $"{Path}?$deltatoken=made-up", Utc);
        _tenant.Services.DeltaRounds.Expire();
        var expired = await _tenant.GraphAsync(HttpMethod.Get, round.DeltaLink, Utc);

        Assert.Equal((410, "syncStateNotFound"), StatusAndCode(unknown));
        Assert.Equal((410, "syncStateNotFound"), StatusAndCode(expired));
        Assert.EndsWith("/calendarView/delta", expired.Headers["Location"]);
    }

    [Fact]
    public async Task A_fifth_call_at_the_same_time_is_throttled()
    {
        _tenant.Services.Graph.Mailboxes.Delay = TimeSpan.FromMilliseconds(400);
        var replies = await Task.WhenAll(Enumerable.Range(0, MailboxGate.MostAtOnce + 1)
            .Select(_ => _tenant.GraphAsync(HttpMethod.Get, $"{Path}?{Window}", Utc)));

        var refused = Assert.Single(replies, reply => reply.Status != 200);
        Assert.Equal((429, "ApplicationThrottled"), StatusAndCode(refused));
        Assert.True(refused.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task Ordinary_and_immutable_ids_differ()
    {
        var ordinary = await _tenant.GraphAsync(HttpMethod.Get, $"{Path}?{Window}", Utc);
        var immutable = await _tenant.GraphAsync(HttpMethod.Get, $"{Path}?{Window}", Utc + ", IdType=\"ImmutableId\"");

        Assert.NotEqual(ordinary.Value[0].Text("id"), immutable.Value[0].Text("id"));
    }

    private async Task<(IReadOnlyList<System.Text.Json.Nodes.JsonNode> Items, string DeltaLink)> ReadAsync(string address, int size)
    {
        var reply = await _tenant.GraphAsync(HttpMethod.Get, address, $"{Utc}, odata.maxpagesize={size}");
        Assert.Equal(200, reply.Status);
        return (reply.Value, reply.Delta!);
    }

    private static (int, string?) StatusAndCode(Reply reply) => (reply.Status, reply.Code);
}
