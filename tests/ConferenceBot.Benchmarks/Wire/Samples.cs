using System.Text;
using System.Text.Json.Nodes;

namespace ConferenceBot.Benchmarks;

/// <summary>The invoke that both sides read and the card that both answer with. Invented, and of the sizes seen in use.</summary>
internal static class Samples
{
    /// <summary>Bytes of the invoke.</summary>
    public const int InvokeSize = 2400;

    private const int CardLines = 24;

    /// <summary>A card action as Teams sends it, filled to <see cref="InvokeSize"/> by what the person typed.</summary>
    public static byte[] Invoke()
    {
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = "f:5f2c1e80-0000-4000-8000-000000000001",
            ["timestamp"] = "2026-11-23T08:00:00.123Z",
            ["localTimezone"] = "Europe/London",
            ["serviceUrl"] = Issuer.ServiceUrl,
            ["channelId"] = "msteams",
            ["replyToId"] = "1795000000000",
            ["from"] = new JsonObject { ["id"] = "29:1abc", ["name"] = "Ida Example", ["aadObjectId"] = "c0000000-0000-4000-8000-000000000001" },
            ["recipient"] = new JsonObject { ["id"] = $"28:{Issuer.AppId}", ["name"] = "Bot" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Issuer.TenantId, ["id"] = "a:1xyz" },
            ["locale"] = "en-GB",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Web" }),
            ["channelData"] = new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = Issuer.TenantId }, ["source"] = new JsonObject { ["name"] = "message" },
            },
        };
        activity["value"] = Value("");
        var missing = InvokeSize - Encoding.UTF8.GetByteCount(activity.ToJsonString());
        activity["value"] = Value(new string('x', missing));
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    /// <summary>A card of about five kilobytes.</summary>
    public static JsonObject Card()
    {
        var body = new JsonArray();
        for (var line = 0; line < CardLines; line++)
            body.Add((JsonNode)new JsonObject
            {
                ["type"] = "TextBlock",
                ["wrap"] = true,
                ["spacing"] = "Small",
                ["text"] = $"Line {line}: recorded at 10:42. Sent to the chair on 3 June; gone through with the family on 4 June. Nothing more is due.",
            });
        return new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = body };
    }

    private static JsonObject Value(string typed) => new()
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["id"] = "save",
            ["verb"] = "prep.answer",
            ["data"] = new JsonObject { ["c"] = "01J00000000000000000000000", ["v"] = 3, ["note"] = typed },
        },
        ["trigger"] = "manual",
    };
}
