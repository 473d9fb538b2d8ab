using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>The Teams half of Graph: for whom the bot is installed, and installing it.</summary>
internal sealed class AppInstallations(Registration registration, Chats chats)
{
    private const string Bind = "teamsApp@odata.bind";

    /// <summary>People for whom a policy forbids the app.</summary>
    public ConcurrentDictionary<Guid, bool> Forbidden { get; } = new();

    /// <summary>Called once the bot is installed for somebody; Teams then tells the bot.</summary>
    public Func<Chat, Task> Installed { get; set; } = _ => Task.CompletedTask;

    /// <summary>GET /users/{id}/teamwork/installedApps</summary>
    public Answer List(JsonObject user, GraphCall call)
    {
        if (call.Option("$filter") is not { } filter || filter != $"teamsApp/id eq '{registration.CatalogAppId}'")
            return GraphAnswers.Error(400, "BadRequest", "The sandbox knows one app: filter by its teamsApp/id.");
        return GraphAnswers.List(registration.Address + GraphEndpoints.Root + "/$metadata#users/teamwork/installedApps",
            ChatOf(user) is { IsInstalled: true } chat ? [Installation(chat, call)] : []);
    }

    /// <summary>POST /users/{id}/teamwork/installedApps; Graph answers before Teams has told the bot.</summary>
    public Answer Add(JsonObject user, GraphCall call)
    {
        if (call.Body.Text(Bind) is not { } app
            || !app.EndsWith($"/appCatalogs/teamsApps/{registration.CatalogAppId}", StringComparison.OrdinalIgnoreCase))
            return GraphAnswers.Error(404, "NotFound", "The app is not in the organisation's catalogue.");
        if (ChatOf(user) is not { } chat || Forbidden.ContainsKey(chat.Person.Id))
            return GraphAnswers.Error(403, "Forbidden", "The app is blocked for this user by an app permission policy.");
        if (chat.IsInstalled)
            return GraphAnswers.Error(409, "Conflict", "The app is already installed.");
        chat.IsInstalled = true;
        _ = Installed(chat);
        return new Answer(201, Installation(chat, call));
    }

    /// <summary>GET /users/{id}/teamwork/installedApps/{installation}/chat</summary>
    public Answer Chat(JsonObject user, string installation) =>
        ChatOf(user) is { IsInstalled: true } chat && Id(chat) == installation
            ? new Answer(200, new JsonObject { ["id"] = chat.ConversationId, ["chatType"] = "oneOnOne" })
            : GraphAnswers.Error(404, "NotFound", "There is no such installation.");

    private Chat? ChatOf(JsonObject user) => chats.Of(user.Id("id"));

    private static string Id(Chat chat) => Ids.OpaqueFrom("installation " + chat.ConversationId, 40);

    private JsonObject Installation(Chat chat, GraphCall call)
    {
        var shown = new JsonObject { ["id"] = Id(chat) };
        if (call.Option("$expand") == "teamsApp")
            shown["teamsApp"] = new JsonObject { ["id"] = registration.CatalogAppId.ToString(), ["displayName"] = "ConferenceBot" };
        return shown;
    }
}
