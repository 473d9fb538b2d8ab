using System.Globalization;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>The connector's error shape, and the errors it gives.</summary>
internal static class ConnectorAnswers
{
    public static Answer Error(int status, string code, string message) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
    });

    public static Answer NoToken() => new(401, new JsonObject { ["message"] = "Authorization has been denied for this request." });

    public static Answer BadArgument(string message) => Error(400, "Bad Argument", message);

    public static Answer NotInstalled() => Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    /// <summary>The other 403: the error comes as JSON inside a text.</summary>
    public static Answer Blocked() => new(403, new JsonObject
    {
        ["errorCode"] = 209,
        ["message"] = "{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked from message writes.\",\r\n  "
            + "\"errorCode\": null,\r\n  \"errorSubCode\": null\r\n}",
    });

    public static Answer NoConversation() => Error(404, "ConversationNotFound", "Conversation not found.");

    public static Answer NoActivity() => Error(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");

    public static Answer TooBig() => Error(413, "MessageSizeTooBig", "Message size too large.");

    public static Answer Throttled(int seconds) => Error(429, "Throttled", "Too many requests.") with
    {
        Headers = new() { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) },
    };

    public static Answer Id(int status, string id) => new(status, new JsonObject { ["id"] = id });
}
