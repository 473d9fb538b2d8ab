using System.Text.Json.Nodes;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>Activities as Teams writes them, as raw JSON.</summary>
internal static class Activities
{
    public static JsonObject Message(string text = "help") => new()
    {
        ["type"] = "message",
        ["id"] = "1795000000001",
        ["timestamp"] = "2026-11-23T08:00:00.123Z",
        ["localTimezone"] = "Europe/London",
        ["serviceUrl"] = TeamsHost.ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:1abc", ["name"] = "Ida Roth", ["aadObjectId"] = TeamsHost.Person.ToString() },
        ["recipient"] = new JsonObject { ["id"] = $"28:{TeamsHost.AppId}", ["name"] = "Bot" },
        ["conversation"] = new JsonObject
        {
            ["conversationType"] = "personal", ["tenantId"] = TeamsHost.TenantId.ToString(), ["id"] = "a:1xyz",
        },
        ["textFormat"] = "plain",
        ["text"] = text,
        ["locale"] = "cy-GB",
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "cy-GB", ["country"] = "GB" }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsHost.TenantId.ToString() } },
    };

    public static JsonObject CardAction(string verb = "task.answer")
    {
        var activity = Message().Without("text");
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        activity["id"] = "f:1";
        activity["replyToId"] = "1795000000000";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute", ["id"] = "send", ["verb"] = verb, ["data"] = new JsonObject { ["k"] = "01J", ["note"] = "typed" },
            },
            ["trigger"] = "manual",
        };
        return activity;
    }

    public static JsonObject Installation(string action)
    {
        var activity = Message().Without("text");
        activity["type"] = "installationUpdate";
        activity["action"] = action;
        return activity;
    }

    public static JsonObject With(this JsonObject activity, string path, JsonNode? value)
    {
        var names = path.Split('.');
        JsonObject place = activity;
        foreach (var name in names[..^1])
            place = (JsonObject)(place[name] ??= new JsonObject());
        place[names[^1]] = value;
        return activity;
    }

    public static JsonObject Without(this JsonObject activity, string path)
    {
        var names = path.Split('.');
        JsonNode? place = activity;
        foreach (var name in names[..^1])
            place = place?[name];
        (place as JsonObject)?.Remove(names[^1]);
        return activity;
    }
}
