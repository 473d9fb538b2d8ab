using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConferenceBot.Teams;

/// <summary>
/// Every shape a card action may be answered with; the HTTP status stays 200, the code is in the body. A refusal the person should read is
/// a card or a message, not an error.
/// </summary>
internal static class InvokeReplies
{
    public const string MessageType = "application/vnd.microsoft.activity.message";

    public const string ErrorType = "application/vnd.microsoft.error";

    public const string LoginRequestType = "application/vnd.microsoft.activity.loginRequest";

    public const string IncorrectAuthCodeType = "application/vnd.microsoft.error.incorrectAuthCode";

    public const string PreconditionFailedType = "application/vnd.microsoft.error.preconditionFailed";

    /// <summary>A card in place of the one pressed, on that client only; <paramref name="card"/> is the card object.</summary>
    public static InvokeResponse Card(JsonElement card) => Reply(StatusCodes.Status200OK, Attachment.AdaptiveCardContentType, card);

    /// <inheritdoc cref="Card(JsonElement)"/>
    public static InvokeResponse Card(JsonNode card) => Card(TeamsJson.Element(card));

    /// <summary>A text shown to the person who pressed.</summary>
    public static InvokeResponse Message(string text) => Reply(StatusCodes.Status200OK, MessageType, TeamsJson.Element(text));

    /// <summary>The request made no sense; <paramref name="message"/> is for developers.</summary>
    public static InvokeResponse BadRequest(string message) =>
        Reply(StatusCodes.Status400BadRequest, ErrorType, Detail("BadRequest", message));

    /// <summary>The person is to sign in; <paramref name="oauthCard"/> is the OAuthCard attachment.</summary>
    public static InvokeResponse LoginRequest(JsonNode oauthCard) =>
        Reply(StatusCodes.Status401Unauthorized, LoginRequestType, TeamsJson.Element(oauthCard));

    /// <summary>The code the person typed to sign in is wrong.</summary>
    public static InvokeResponse IncorrectAuthCode() => Reply(StatusCodes.Status401Unauthorized, IncorrectAuthCodeType, TeamsJson.Null);

    /// <summary>Single sign-on did not succeed; the client offers the sign-in again.</summary>
    public static InvokeResponse PreconditionFailed(string message) =>
        Reply(StatusCodes.Status412PreconditionFailed, PreconditionFailedType, Detail("412", message));

    /// <summary>The bot failed; the client offers to try again.</summary>
    public static InvokeResponse InternalServerError() => Reply(
        StatusCodes.Status500InternalServerError, ErrorType, Detail("InternalServerError", "The action could not be completed."));

    private static JsonElement Detail(string code, string message) =>
        TeamsJson.Element(new JsonObject { ["code"] = code, ["message"] = message });

    private static InvokeResponse Reply(int statusCode, string type, JsonElement value) =>
        new() { Body = new AdaptiveCardInvokeResponse { StatusCode = statusCode, Type = type, Value = value } };
}
