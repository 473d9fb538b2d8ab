using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Each row of the table of refusals, over the wire.</summary>
public sealed class ConnectorRefusalTests(TenantFixture tenant) : IClassFixture<TenantFixture>
{
    [Theory]
    [InlineData("400", 400, "Bad Argument")]
    [InlineData("BotNotRegistered", 401, "BotNotRegistered")]
    [InlineData("BotDisabledByAdmin", 403, "BotDisabledByAdmin")]
    [InlineData("BotNotInConversationRoster", 403, "BotNotInConversationRoster")]
    [InlineData("ConversationBlockedByUser", 403, "ConversationBlockedByUser")]
    [InlineData("InvalidBotApiHost", 403, "InvalidBotApiHost")]
    [InlineData("NotEnoughPermissions", 403, "NotEnoughPermissions")]
    [InlineData("ConversationNotFound", 404, "ConversationNotFound")]
    [InlineData("412", 412, "PreconditionFailed")]
    [InlineData("413", 413, "MessageSizeTooBig")]
    [InlineData("429", 429, "Throttled")]
    [InlineData("429-date", 429, "Throttled")]
    [InlineData("429-none", 429, "Throttled")]
    [InlineData("500", 500, "ServiceError")]
    [InlineData("502", 502, null)]
    [InlineData("503", 503, null)]
    [InlineData("504", 504, null)]
    [InlineData("empty", 500, null)]
    public async Task Teams_refuses_a_message_as_it_was_told(string mode, int status, string? code)
    {
        var reply = await SendAsync(mode, HttpMethod.Post, "");

        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Empty(Chat.Messages());
    }

    [Fact]
    public void No_row_of_the_table_is_without_a_test() => Assert.Equal(21, ConnectorRefusals.All.Count);

    [Fact]
    public async Task A_blocked_chat_is_told_as_text_inside_text()
    {
        var reply = await SendAsync("MessageWritesBlocked", HttpMethod.Post, "");

        Assert.Equal((403, null), (reply.Status, reply.Code));
        Assert.Equal("MessageWritesBlocked", JsonReading.ParseObject(reply.Body.Text("message")!).Text("subCode"));
    }

    [Fact]
    public async Task A_web_page_can_come_in_place_of_an_answer()
    {
        tenant.Services.Faults.TrySet("connector", "html");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{tenant.Sandbox.Address}connector/v3/conversations");
        request.Headers.Authorization = new("Bearer", tenant.Services.Tokens.ForService("https://api.botframework.com"));
        using var reply = await http.SendAsync(request);
        tenant.Services.Faults.TrySet("connector", "on");

        Assert.Equal("text/html", reply.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<html>", await reply.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wait_is_named_in_seconds_as_a_date_or_not_at_all()
    {
        var seconds = await SendAsync("429", HttpMethod.Post, "");
        var date = await SendAsync("429-date", HttpMethod.Post, "");
        var none = await SendAsync("429-none", HttpMethod.Post, "");

        Assert.Equal("2", seconds.Headers["Retry-After"]);
        Assert.True(DateTimeOffset.TryParse(date.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture, out var until));
        Assert.InRange(until, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddSeconds(5));
        Assert.False(none.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task A_deleted_message_refuses_updates_and_nothing_else()
    {
        const string mode = "ActivityNotFoundInConversation";
        Assert.Equal((404, mode), Code(await SendAsync(mode, HttpMethod.Put, "/1")));
        Assert.Equal((404, mode), Code(await SendAsync(mode, HttpMethod.Delete, "/1")));
        Chat.IsInstalled = true;
        Assert.Equal(201, (await SendAsync(mode, HttpMethod.Post, "")).Status);
        Chat.Remove(Chat.Messages()[0].Id);
    }

    [Fact]
    public async Task A_lost_chat_can_be_opened_anew()
    {
        Chat.IsInstalled = true;
        tenant.Services.Faults.TrySet("connector", "ConversationNotFound");
        var reply = await tenant.ConnectorAsync(HttpMethod.Post, "/v3/conversations",
            $$"""{"members":[{"id":"{{Chat.Person.Id}}"}],"tenantId":"{{tenant.Services.Tenant.TenantId}}"}""");
        tenant.Services.Faults.TrySet("connector", "on");

        Assert.Equal((201, Chat.ConversationId), (reply.Status, reply.Body.Text("id")));
    }

    private Chat Chat => tenant.Services.Chats.All[0];

    private async Task<Reply> SendAsync(string mode, HttpMethod method, string below)
    {
        Assert.True(tenant.Services.Faults.TrySet("connector", mode));
        try
        {
            return await tenant.ConnectorAsync(method, $"/v3/conversations/{Chat.ConversationId}/activities{below}", """{"type":"message","text":"hello"}""");
        }
        finally
        {
            tenant.Services.Faults.TrySet("connector", "on");
        }
    }

    private static (int, string?) Code(Reply reply) => (reply.Status, reply.Code);
}
