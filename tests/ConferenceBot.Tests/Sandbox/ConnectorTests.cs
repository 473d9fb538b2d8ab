using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class ConnectorTests : IAsyncLifetime
{
    private readonly TenantFixture _tenant = new();
    private Chat _chat = null!;

    private string Activities => $"/v3/conversations/{Uri.EscapeDataString(_chat.ConversationId)}/activities";

    public async ValueTask InitializeAsync()
    {
        await _tenant.InitializeAsync();
        _chat = _tenant.Services.Chats.Of(_tenant.Who("Health visitor").Id)!;
        _chat.IsInstalled = true;
    }

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task A_chat_opens_by_object_id_and_by_teams_id_and_is_always_the_same()
    {
        var byObject = await CreateAsync(_chat.Person.Id.ToString());
        var byTeams = await CreateAsync(_chat.UserId);

        Assert.Equal(201, byObject.Status);
        Assert.Equal(_chat.ConversationId, byObject.Body.Text("id"));
        Assert.Equal(byObject.Body.Text("id"), byTeams.Body.Text("id"));
    }

    [Fact]
    public async Task Without_an_installation_nobody_is_reached()
    {
        Assert.Equal((403, "BotNotInConversationRoster"), Code(await CreateAsync(_tenant.Who("Police officer").Id.ToString())));
        _chat.IsInstalled = false;
        var blocked = await SendAsync(Text("hello"));

        Assert.Equal(403, blocked.Status);
        Assert.Contains("MessageWritesBlocked", blocked.Body.Text("message"));
    }

    [Theory]
    [InlineData("""{"isGroup":true}""", 400)]
    [InlineData("""{"members":[{"id":"a"},{"id":"b"}],"tenantId":"5a4d504c-0000-4000-8000-00000000ffff"}""", 400)]
    [InlineData("""{"members":[{"id":"a"}]}""", 400)]
    [InlineData("""{"members":[{"id":"a"}],"tenantId":"00000000-0000-4000-8000-000000000001"}""", 403)]
    [InlineData("not json", 400)]
    public async Task Other_conversations_are_refused(string body, int status) =>
        Assert.Equal(status, (await _tenant.ConnectorAsync(HttpMethod.Post, "/v3/conversations", body)).Status);

    [Fact]
    public async Task A_card_is_kept_with_its_summary_and_replaced_by_an_update()
    {
        var sent = await SendAsync(Card("first"));
        var id = sent.Body.Text("id")!;
        var updated = await _tenant.ConnectorAsync(HttpMethod.Put, $"{Activities}/{id}", Card("second"));
        var message = Assert.Single(_chat.Messages());

        Assert.Equal((201, 200), (sent.Status, updated.Status));
        Assert.Equal((id, "You have a task.", 1), (message.Id, message.Summary, message.Updated));
        Assert.Equal("second", CardReader.Texts(message.Card!));
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        var id = (await SendAsync(Text("hello"))).Body.Text("id")!;

        Assert.Equal(200, (await _tenant.ConnectorAsync(HttpMethod.Delete, $"{Activities}/{id}")).Status);
        Assert.Equal((404, "ActivityNotFoundInConversation"), Code(await _tenant.ConnectorAsync(HttpMethod.Delete, $"{Activities}/{id}")));
        Assert.Empty(_chat.Messages());
    }

    [Fact]
    public async Task Unknown_ids_are_404()
    {
        Assert.Equal((404, "ActivityNotFoundInConversation"), Code(await _tenant.ConnectorAsync(HttpMethod.Put, $"{Activities}/1", Card("x"))));
        Assert.Equal((404, "ConversationNotFound"),
            Code(await _tenant.ConnectorAsync(HttpMethod.Post, "/v3/conversations/a:unknown/activities", Text("x"))));
    }

    [Fact]
    public async Task Text_with_a_card_is_split_and_no_id_comes_back()
    {
        var both = JsonNode.Parse(Card("x"))!;
        both["text"] = "hello";
        var reply = await SendAsync(both.ToJsonString());

        Assert.Equal(201, reply.Status);
        Assert.Null(reply.Body.Text("id"));
        Assert.Equal(2, _chat.Messages().Count);
    }

    [Fact]
    public async Task A_hundred_kilobytes_of_utf_16_are_too_much()
    {
        Assert.Equal((413, "MessageSizeTooBig"), Code(await SendAsync(Text(new string('x', 51_300)))));
        Assert.Equal(201, (await SendAsync(Text(new string('x', 50_000)))).Status);
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6","body":[]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[]}""")]
    [InlineData("\"{}\"")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Media"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","items":[{"type":"Input.Text"}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"a"},{"type":"Input.Toggle","id":"a","title":"t"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.Http"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.Execute","data":"text"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.ShowCard","card":{"type":"AdaptiveCard","body":[{"type":"Nope"}]}}]}""")]
    public async Task A_card_that_teams_does_not_take_is_refused(string content)
    {
        var body = $$"""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{content}}}]}""";

        Assert.Equal((400, "Bad Argument"), Code(await SendAsync(body)));
    }

    [Fact]
    public async Task The_eighth_message_in_a_second_is_throttled_and_a_wait_is_named()
    {
        var replies = new List<Reply>();
        for (var i = 0; i < 9; i++)
            replies.Add(await SendAsync(Text("hello")));

        var refused = replies.Where(reply => reply.Status == 429).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, reply => Assert.Equal("Throttled", reply.Code));
        Assert.All(refused, reply => Assert.True(int.Parse(reply.Headers["Retry-After"], null) >= 1));
    }

    [Fact]
    public async Task Without_a_token_of_its_own_audience_the_connector_refuses()
    {
        var address = _tenant.Sandbox.Address + "connector" + Activities;

        Assert.Equal(401, (await _tenant.SendAsync(HttpMethod.Post, address, null, body: Text("x"))).Status);
        Assert.Equal(401, (await _tenant.SendAsync(HttpMethod.Post, address,
            _tenant.Services.Tokens.ForService("https://graph.microsoft.com"), body: Text("x"))).Status);
    }

    private Task<Reply> SendAsync(string body) => _tenant.ConnectorAsync(HttpMethod.Post, Activities, body);

    private Task<Reply> CreateAsync(string member) => _tenant.ConnectorAsync(HttpMethod.Post, "/v3/conversations", $$$"""
        {"isGroup":false,"bot":{"id":"28:{{{_tenant.Services.Registration.AppId}}}"},"members":[{"id":"{{{member}}}"}],
         "tenantId":"{{{_tenant.Services.Tenant.TenantId}}}"}
        """);

    private static (int, string?) Code(Reply reply) => (reply.Status, reply.Code);

    private static string Text(string text) => new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString();

    private static string Card(string text) => new JsonObject
    {
        ["type"] = "message",
        ["summary"] = "You have a task.",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["version"] = "1.5",
                ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text }),
            },
        }),
    }.ToJsonString();
}
