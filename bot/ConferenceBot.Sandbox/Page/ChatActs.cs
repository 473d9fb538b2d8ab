using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Connector;

namespace ConferenceBot.Sandbox.Page;

/// <summary>What the page does in somebody's chat.</summary>
internal sealed class ChatActs(SandboxServer sandbox)
{
    private TenantServices Services => sandbox.Services;

    public Answer Get(Guid person) => Services.Chats.Of(person) is not { } chat
        ? NoPerson()
        : new Answer(200, new JsonObject
        {
            ["person"] = StateJson.Person(chat, Services.Tenant),
            ["messages"] = new JsonArray([.. chat.Messages().Select(message => (JsonNode)Message(message))]),
        });

    public Answer Read(Guid person)
    {
        if (Services.Chats.Of(person) is not { } chat)
            return NoPerson();
        chat.MarkRead();
        Services.Feed.Publish("chat", person);
        return Done();
    }

    public async Task<Answer> SayAsync(Guid person, JsonObject body, CancellationToken cancellationToken)
    {
        if (Services.Chats.Of(person) is not { } chat)
            return NoPerson();
        if (body.Text("text") is not { Length: > 0 } text)
            return PageEndpoints.Bad("text is missing.");
        var status = await sandbox.Bot.SayAsync(chat, text, Services.Clock.Now, cancellationToken);
        await sandbox.Walk.LookAsync(cancellationToken);
        return (int)status < 300 ? Done() : new Answer(502, new JsonObject { ["error"] = $"The bot answered {(int)status}." });
    }

    public async Task<Answer> PressAsync(Guid person, JsonObject body, CancellationToken cancellationToken)
    {
        if (Services.Chats.Of(person) is not { } chat)
            return NoPerson();
        if (body.Text("activityId") is not { } activityId || body.Object("action") is not { } action || chat.Find(activityId) is null)
            return PageEndpoints.Bad("activityId and action must name a message of this chat.");
        var inputs = (body.Object("inputs") ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "");
        var answer = await sandbox.Bot.PressAsync(chat, activityId, action, inputs, cancellationToken);
        Services.Feed.Publish("clock");
        return new Answer(200, answer.ToJson());
    }

    private static JsonObject Message(ChatMessage message) => new()
    {
        ["id"] = message.Id,
        ["from"] = message.From,
        ["at"] = Iso.Write(message.SentAt),
        ["text"] = message.Text,
        ["card"] = message.Card?.DeepClone(),
        ["summary"] = message.Summary,
        ["updated"] = message.Updated,
        ["overlay"] = message.Overlay is not null,
    };

    private static Answer Done() => new(200, new JsonObject { ["ok"] = true });

    private static Answer NoPerson() => new(404, new JsonObject { ["error"] = "There is no such person." });
}
