using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Who subscribed is told of changes, also in the ways that Graph gets wrong.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private const string Review = "review-one@sampleshire.example";
    private readonly TenantFixture _tenant = new();
    private readonly NoticeListener _listener = new();

    public async ValueTask InitializeAsync()
    {
        await _tenant.InitializeAsync();
        await _listener.StartAsync();
        Assert.Equal(201, (await _tenant.GraphAsync(HttpMethod.Post, "/subscriptions", "IdType=\"ImmutableId\"", _listener.Asks(_tenant.Mailbox))).Status);
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_told_with_the_id_that_delta_gives()
    {
        _tenant.Services.Changes.Cancel(Review);
        var notice = Assert.Single(await _listener.SeeAsync("notices", 1));

        Assert.Equal(("deleted", "a secret"), (notice.Text("changeType"), notice.Text("clientState")));
        Assert.Equal(ConferenceBot.Sandbox.Graph.EventJson.Id(Review, true), notice.Object("resourceData").Text("id"));
        Assert.Equal(_tenant.Services.Tenant.TenantId.ToString(), notice.Text("tenantId"));
    }

    [Fact]
    public async Task Changes_of_one_moment_come_in_one_call()
    {
        _tenant.Services.Calendar.Touch();
        var all = await _listener.SeeAsync("notices", 2);

        Assert.Single(_listener.Calls);
        Assert.All(all, notice => Assert.Equal("updated", notice.Text("changeType")));
    }

    [Fact]
    public async Task A_notice_that_is_not_accepted_comes_again()
    {
        _listener.Statuses.Enqueue(503);
        Touch();
        await _listener.SeeAsync("notices", 2);

        Assert.Equal(_listener.Calls.First().Body.ToJsonString(), _listener.Calls.Last().Body.ToJsonString());
        Assert.Equal(1, _tenant.Services.Notices.Post.Count("retried"));
    }

    [Fact]
    public async Task News_comes_twice_or_out_of_order_when_told_to()
    {
        _tenant.Services.Faults.TrySet("notices", "twice");
        Touch();
        await _listener.SeeAsync("notices", 2);
        _tenant.Services.Faults.TrySet("notices", "reordered");
        _listener.Calls.Clear();
        _tenant.Services.Calendar.Touch();
        await _listener.SeeAsync("notices", 2);

        Assert.All(_listener.Calls, call => Assert.Single(call.Body.Items("value")));
    }

    [Theory]
    [InlineData("lost", 1)]
    [InlineData("silent", 0)]
    public async Task Lost_news_is_said_to_be_missed_once_it_is_put_right_unless_nobody_says_so(string mode, int said)
    {
        Assert.True(await _tenant.Sandbox.Faults.SetAsync("notices", mode, CancellationToken.None));
        Touch();
        Assert.Equal(1, _tenant.Services.Faults.Met("notices"));
        Assert.True(await _tenant.Sandbox.Faults.SetAsync("notices", "on", CancellationToken.None));
        Touch();
        await _listener.SeeAsync("notices", 1);
        var events = await _listener.SeeAsync("lifecycle", said);

        Assert.Equal(Enumerable.Repeat("missed", said), events.Select(one => one.Text("lifecycleEvent")));
        Assert.Single(_listener.Of("notices"));
    }

    [Theory]
    [InlineData("removed", "subscriptionRemoved", 0)]
    [InlineData("reauthorize", "reauthorizationRequired", 1)]
    [InlineData("missed", "missed", 1)]
    public async Task A_lifecycle_event_is_told(string act, string told, int left)
    {
        Assert.True(await _tenant.Sandbox.Faults.SetAsync("notices", act, CancellationToken.None));
        var one = Assert.Single(await _listener.SeeAsync("lifecycle", 1));

        Assert.Equal((told, "a secret"), (one.Text("lifecycleEvent"), one.Text("clientState")));
        Assert.Equal(left, _tenant.Services.Notices.Book.All().Count);
    }

    [Fact]
    public async Task A_subscription_that_has_run_out_is_told_nothing()
    {
        Assert.True(await _tenant.Sandbox.Faults.SetAsync("notices", "expired", CancellationToken.None));
        Touch();
        var counters = (await _tenant.SendAsync(HttpMethod.Get, _tenant.Sandbox.Address + "api/graph/counters", null)).Body;

        Assert.Equal(0, counters!["subscriptions"]!.GetValue<int>());
        Assert.Empty(_listener.Calls);
    }

    [Fact]
    public async Task The_page_moves_a_conference_and_the_listener_hears_of_it()
    {
        var edit = new JsonObject { ["edit"] = "move", ["event"] = Review, ["start"] = "2026-06-02T10:00:00", ["end"] = "2026-06-02T11:00:00" };
        Assert.Equal(200, (await _tenant.SendAsync(HttpMethod.Post, _tenant.Sandbox.Address + "api/calendar/edits", null, null, edit.ToJsonString())).Status);

        Assert.Equal("updated", Assert.Single(await _listener.SeeAsync("notices", 1)).Text("changeType"));
    }

    private void Touch() => _tenant.Services.Calendar.Edit(Review, same => same);
}
