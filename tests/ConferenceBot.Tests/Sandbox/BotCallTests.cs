using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class BotCallTests : IAsyncLifetime
{
    private const string Card = """
        {"type":"AdaptiveCard","version":"1.5",
         "body":[{"type":"TextBlock","text":"You have a task."},{"type":"Input.Toggle","id":"sentToChair","title":"Sent"},
                 {"type":"Input.Text","id":"seen","label":"Seen","maxLength":10}],
         "actions":[{"type":"Action.Execute","title":"Send","verb":"prep.answer","data":{"k":"opaque","v":"3"}}]}
        """;

    private readonly StubHost _host = new();
    private SandboxServer _sandbox = null!;
    private Person _person = null!;

    private Chat Chat => _sandbox.Services.Chats.Of(_person.Id)!;

    public async ValueTask InitializeAsync()
    {
        await _host.StartAsync();
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { HostAddress = _host.Address });
        _person = _sandbox.Services.Tenant.Named("Health visitor");
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public void At_the_start_the_bot_is_installed_for_every_person_and_settles()
    {
        var installed = _host.Of("installationUpdate").ToList();

        Assert.Equal(_sandbox.Services.Tenant.People.Select(person => person.Id).Order(),
            installed.Select(activity => activity.Object("from").Id("aadObjectId")).Order());
        Assert.All(installed, activity => Assert.Equal("add", activity.Text("action")));
        Assert.Equal(1, _host.Settles);
    }

    [Fact]
    public async Task A_message_arrives_as_teams_sends_it_with_a_signed_token()
    {
        await _sandbox.SayAsync(_person, "help");
        var (activity, authorization) = _host.Received.Last();
        var registration = _sandbox.Services.Registration;

        Assert.Equal(("message", "help", "msteams"), (activity.Text("type"), activity.Text("text"), activity.Text("channelId")));
        Assert.Equal(registration.ServiceUrl, activity.Text("serviceUrl"));
        Assert.Equal($"28:{registration.AppId}", activity.Object("recipient").Text("id"));
        Assert.StartsWith("29:", activity.Object("from").Text("id"));
        Assert.Equal("personal", activity.Object("conversation").Text("conversationType"));
        Assert.Equal(registration.TenantId, activity.Object("channelData").Object("tenant").Id("id"));
        Assert.NotNull(_sandbox.Services.Keys.Read(authorization["Bearer ".Length..]));
    }

    [Fact]
    public async Task A_pressed_button_carries_its_data_and_every_input_as_text()
    {
        var id = Show();
        _host.Reply = """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Recorded."}""";
        var answer = await _sandbox.ActAsync(_person, id, "prep.answer", new Dictionary<string, string> { ["sentToChair"] = "true" });
        var activity = _host.Of("invoke").Single();
        var action = activity.Object("value").Object("action");

        Assert.Equal(("adaptiveCard/action", id), (activity.Text("name"), activity.Text("replyToId")));
        Assert.Equal("manual", activity.Object("value").Text("trigger"));
        Assert.Equal("""{"k":"opaque","v":"3","sentToChair":"true","seen":""}""", action.Object("data")!.ToJsonString());
        Assert.Equal("Recorded.", answer.Value!.ToString());
        Assert.Null(Chat.Find(id)!.Overlay);
    }

    [Fact]
    public async Task A_card_in_the_answer_is_shown_until_the_message_is_updated()
    {
        var id = Show();
        _host.Reply = new JsonObject { ["statusCode"] = 200, ["type"] = ActionAnswer.CardType, ["value"] = Text("Settled.") }.ToJsonString();
        await _sandbox.ActAsync(_person, id, "prep.answer");

        Assert.Equal("Settled.", CardReader.Texts(Chat.Find(id)!.Card!));
        Assert.Equal("You have a task.", CardReader.Texts(Chat.Find(id)!.BaseCard!));
        _sandbox.Services.Connector.Update(Chat.ConversationId, id, Message(Text("Settled for all.")));
        Assert.Equal("Settled for all.", CardReader.Texts(Chat.Find(id)!.Card!));
    }

    [Theory]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"a text"}""")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.adaptive.card","value":{}}""")]
    [InlineData("")]
    public async Task An_answer_that_teams_does_not_understand_is_an_error_and_changes_nothing(string reply)
    {
        var id = Show();
        _host.Reply = reply;
        var answer = await _sandbox.ActAsync(_person, id, "prep.answer");

        Assert.Equal(ActionAnswer.ErrorType, answer.Type);
        Assert.Null(Chat.Find(id)!.Overlay);
    }

    [Theory]
    [InlineData("prep.answer", "seen", "longer than ten")]
    [InlineData("prep.answer", "sentToChair", "perhaps")]
    [InlineData("prep.answer", "unknown", "x")]
    [InlineData("no.such.verb", "seen", "x")]
    public async Task The_client_lets_through_only_what_the_card_allows(string verb, string input, string value)
    {
        var id = Show();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _sandbox.ActAsync(_person, id, verb, new Dictionary<string, string> { [input] = value }));
        Assert.Empty(_host.Of("invoke"));
    }

    [Fact]
    public async Task The_page_presses_reads_and_types()
    {
        var id = Show();
        _host.Reply = """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Recorded."}""";
        using var http = new HttpClient { BaseAddress = _sandbox.Address };
        var chat = JsonNode.Parse(await http.GetStringAsync($"/api/chats/{_person.Id}"));
        var action = CardReader.Button(chat.Items("messages").Single().Object("card"), "prep.answer")!.DeepClone();
        var body = new JsonObject { ["activityId"] = id, ["action"] = action, ["inputs"] = new JsonObject { ["seen"] = "x" } };
        using var pressed = await http.PostAsync($"/api/chats/{_person.Id}/actions", new StringContent(body.ToJsonString(), Encoding.UTF8));
        var answer = JsonNode.Parse(await pressed.Content.ReadAsStringAsync());

        Assert.Equal(1, chat.Object("person")!["unread"]!.GetValue<int>());
        Assert.Equal("Recorded.", answer.Text("value"));
        await http.PostAsync($"/api/chats/{_person.Id}/read", null);
        await http.PostAsync($"/api/chats/{_person.Id}/messages", new StringContent("""{"text":"help"}"""));
        Assert.Equal("help", _host.Of("message").Single().Text("text"));
        Assert.Equal(0, Chat.Unread);
    }

    private string Show() => _sandbox.Services.Connector.Send(Chat.ConversationId, Message(JsonNode.Parse(Card)!)).Body.Text("id")!;

    private static JsonObject Text(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text }),
    };

    private static string Message(JsonNode card) => new JsonObject
    {
        ["type"] = "message",
        ["summary"] = "You have a task.",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = card.DeepClone(),
        }),
    }.ToJsonString();
}
