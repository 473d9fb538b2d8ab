using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Subscriptions are as strict as Graph's.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private readonly TenantFixture _tenant = new();
    private readonly NoticeListener _listener = new();

    public async ValueTask InitializeAsync()
    {
        await _tenant.InitializeAsync();
        await _listener.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task A_subscription_is_made_read_prolonged_and_ended()
    {
        var made = await AskAsync(_listener.Asks(_tenant.Mailbox));
        var path = "/subscriptions/" + made.Body.Text("id");
        var read = await _tenant.GraphAsync(HttpMethod.Get, path);
        var listed = await _tenant.GraphAsync(HttpMethod.Get, "/subscriptions");
        var until = Iso.Write(TimeProvider.System.GetUtcNow().AddDays(3));
        var patched = await _tenant.GraphAsync(HttpMethod.Patch, path, body: new JsonObject { ["expirationDateTime"] = until });

        Assert.Equal((201, "a secret"), (made.Status, made.Body.Text("clientState")));
        Assert.Null(read.Body.Text("clientState"));
        Assert.Single(listed.Value);
        Assert.Equal((200, until), (patched.Status, Iso.Write(Iso.Read(patched.Body.Text("expirationDateTime"))!.Value)));
        Assert.Equal(204, (await _tenant.GraphAsync(HttpMethod.Post, path + "/reauthorize")).Status);
        Assert.Equal(204, (await _tenant.GraphAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(404, (await _tenant.GraphAsync(HttpMethod.Patch, path, body: new JsonObject { ["expirationDateTime"] = until })).Status);
    }

    [Fact]
    public async Task A_short_end_is_raised_to_45_minutes_and_a_long_one_refused()
    {
        var raised = await AskAsync(_listener.Asks(_tenant.Mailbox, minutes: 5));

        Assert.True(Iso.Read(raised.Body.Text("expirationDateTime")) > TimeProvider.System.GetUtcNow().AddMinutes(43));
        Assert.Equal((400, "InvalidRequest"), Code(await AskAsync(_listener.Asks(_tenant.Mailbox, "created", 10_082))));
        Assert.Equal((400, "InvalidRequest"), Code(await AskAsync(_listener.Asks(_tenant.Mailbox, "created", -1))));
    }

    [Fact]
    public async Task A_play_can_have_less_granted_than_was_asked_for_and_then_as_much_again()
    {
        _tenant.Services.Notices.Book.Longest = TimeSpan.FromSeconds(30);
        var brief = await AskAsync(_listener.Asks(_tenant.Mailbox));
        _tenant.Services.Notices.Book.Longest = null;
        var until = Iso.Write(TimeProvider.System.GetUtcNow().AddDays(3));
        var patched = await _tenant.GraphAsync(
            HttpMethod.Patch, "/subscriptions/" + brief.Body.Text("id"), body: new JsonObject { ["expirationDateTime"] = until });

        Assert.True(Iso.Read(brief.Body.Text("expirationDateTime")) <= TimeProvider.System.GetUtcNow().AddSeconds(30));
        Assert.Equal((200, until), (patched.Status, Iso.Write(Iso.Read(patched.Body.Text("expirationDateTime"))!.Value)));
    }

    [Fact]
    public async Task The_same_subscription_again_is_a_conflict_in_whatever_order_it_is_written()
    {
        await AskAsync(_listener.Asks(_tenant.Mailbox));
        var byId = _listener.Asks(_tenant.Services.Tenant.Mailbox.Id.ToString(), "deleted,updated,created");

        Assert.Equal((409, "Conflict"), Code(await AskAsync(byId)));
        Assert.Equal(201, (await AskAsync(_listener.Asks(_tenant.Mailbox, "deleted"))).Status);
    }

    [Theory]
    [InlineData(false, "text/plain")]
    [InlineData(true, "text/html")]
    public async Task An_address_that_does_not_prove_itself_is_refused(bool proves, string contentType)
    {
        (_listener.Proves, _listener.ContentType) = (proves, contentType);

        Assert.Equal((400, "ValidationError"), Code(await AskAsync(_listener.Asks(_tenant.Mailbox))));
        Assert.Empty(_tenant.Services.Notices.Book.All());
    }

    [Fact]
    public async Task The_lifecycle_address_has_to_prove_itself_too()
    {
        var asked = _listener.Asks(_tenant.Mailbox);
        asked["lifecycleNotificationUrl"] = _listener.Address + "/nobody/here";

        Assert.Equal((400, "ValidationError"), Code(await AskAsync(asked)));
    }

    [Theory]
    [InlineData("changeType", "moved")]
    [InlineData("changeType", "")]
    [InlineData("resource", "/users/{0}/messages")]
    [InlineData("notificationUrl", "https://bot.sampleshire.example/notices")]
    [InlineData("lifecycleNotificationUrl", "https://bot.sampleshire.example/notices")]
    [InlineData("notificationUrl", "ftp://127.0.0.1/notices")]
    [InlineData("expirationDateTime", "soon")]
    [InlineData("surprise", "x")]
    public async Task What_Graph_does_not_take_is_refused(string member, string value)
    {
        var asked = _listener.Asks(_tenant.Mailbox);
        asked[member] = string.Format(null, value, _tenant.Mailbox);

        Assert.Equal((400, "InvalidRequest"), Code(await AskAsync(asked)));
    }

    [Fact]
    public async Task A_secret_has_at_most_128_characters()
    {
        var asked = _listener.Asks(_tenant.Mailbox);
        asked["clientState"] = new string('x', 129);
        Assert.Equal(400, (await AskAsync(asked)).Status);
        asked["clientState"] = new string('x', 128);
        Assert.Equal(201, (await AskAsync(asked)).Status);
    }

    [Fact]
    public async Task The_lifecycle_address_cannot_be_changed_and_nobody_unknown_subscribed_to()
    {
        var made = await AskAsync(_listener.Asks(_tenant.Mailbox));
        var patched = await _tenant.GraphAsync(HttpMethod.Patch, "/subscriptions/" + made.Body.Text("id"),
            body: new JsonObject { ["lifecycleNotificationUrl"] = _listener.Address + "/lifecycle" });

        Assert.Equal(400, patched.Status);
        Assert.Equal(404, (await AskAsync(_listener.Asks("nobody@sampleshire.example"))).Status);
    }

    private Task<Reply> AskAsync(JsonObject body) => _tenant.GraphAsync(HttpMethod.Post, "/subscriptions", body: body);

    private static (int, string?) Code(Reply reply) => (reply.Status, reply.Code);
}
