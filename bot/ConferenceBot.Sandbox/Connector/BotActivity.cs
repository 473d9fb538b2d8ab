using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>Activities as Teams writes them for the bot.</summary>
internal sealed class BotActivity(Registration registration, Chats chats, TimeProvider machine)
{
    public JsonObject Message(Chat chat, string text)
    {
        var activity = Start(chat, "message", chats.NextActivityId());
        activity["textFormat"] = "plain";
        activity["text"] = text;
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p></p>" });
        return activity;
    }

    /// <summary>Somebody types; whoever comes first in the directory.</summary>
    public JsonObject Typing() => Start(chats.All[0], "typing", chats.NextActivityId());

    /// <param name="action">add or remove.</param>
    public JsonObject InstallationUpdate(Chat chat, string action)
    {
        var activity = Start(chat, "installationUpdate", "f:" + Ids.RandomGuid());
        activity["action"] = action;
        activity["channelData"]!["settings"] = new JsonObject
        {
            ["selectedChannel"] = new JsonObject { ["id"] = chat.ConversationId },
        };
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <param name="action">The card's action as authored, its data already merged with the inputs.</param>
    public JsonObject CardAction(Chat chat, string activityId, JsonObject action)
    {
        var activity = Start(chat, "invoke", "f:" + Ids.RandomGuid());
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = activityId;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        activity["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" };
        return activity;
    }

    private JsonObject Start(Chat chat, string type, string id)
    {
        var now = machine.GetUtcNow();
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Europe/London",
            ["serviceUrl"] = registration.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = chat.UserId, ["name"] = chat.Person.Name, ["aadObjectId"] = chat.Person.Id.ToString() },
            ["recipient"] = new JsonObject { ["id"] = $"28:{registration.AppId}", ["name"] = "ConferenceBot" },
            ["conversation"] = new JsonObject
            {
                ["conversationType"] = "personal",
                ["tenantId"] = registration.TenantId.ToString(),
                ["id"] = chat.ConversationId,
            },
            ["locale"] = "en-GB",
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = "en-GB",
                ["country"] = "GB",
                ["platform"] = "Web",
                ["timezone"] = "Europe/London",
            }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = registration.TenantId.ToString() } },
        };
    }
}
