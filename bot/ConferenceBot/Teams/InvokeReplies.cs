using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConferenceBot.Teams;

/// <summary>The shapes a card action may be answered with. A refusal the person should read is a card or a message, not an error.</summary>
internal static class InvokeReplies
{
    public const string MessageType = "application/vnd.microsoft.activity.message";

    public const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>A card in place of the one pressed, on that client only; <paramref name="card"/> is the card object.</summary>
    public static InvokeResponse Card(JsonElement card) => Reply(StatusCodes.Status200OK, Attachment.AdaptiveCardContentType, card);

    /// <inheritdoc cref="Card(JsonElement)"/>
    public static InvokeResponse Card(JsonNode card) => Card(TeamsJson.Element(card));

    /// <summary>A text shown to the person who pressed.</summary>
    public static InvokeResponse Message(string text) => Reply(StatusCodes.Status200OK, MessageType, TeamsJson.Element(text));

    /// <summary>The request made no sense; <paramref name="message"/> is for developers.</summary>
    public static InvokeResponse BadRequest(string message) => Error(StatusCodes.Status400BadRequest, "BadRequest", message);

    /// <summary>The bot failed; the client offers to try again.</summary>
    public static InvokeResponse InternalServerError() =>
        Error(StatusCodes.Status500InternalServerError, "InternalServerError", "The action could not be completed.");

    /// <summary>An error in the body; the HTTP status stays 200.</summary>
    public static InvokeResponse Error(int statusCode, string code, string message) =>
        Reply(statusCode, ErrorType, TeamsJson.Element(new JsonObject { ["code"] = code, ["message"] = message }));

    private static InvokeResponse Reply(int statusCode, string type, JsonElement value) =>
        new() { Body = new AdaptiveCardInvokeResponse { StatusCode = statusCode, Type = type, Value = value } };
}
