using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>An activity the bot wants in a chat, taken apart.</summary>
/// <param name="Text">Null when it is a card alone.</param>
/// <param name="Card">Null when it is text alone.</param>
internal sealed record OutgoingActivity(string? Text, JsonObject? Card, string? Summary)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <returns>The activity, or what Teams would say against it.</returns>
    public static (OutgoingActivity? Activity, Answer? Refusal) Read(JsonObject json)
    {
        if (json.Text("type") != "message")
            return (null, ConnectorAnswers.BadArgument($"Unknown activity type '{json.Text("type")}'."));
        var text = json.Text("text") is { Length: > 0 } given ? given : null;
        if (json["attachments"] is not (null or JsonArray))
            return (null, ConnectorAnswers.BadArgument("attachments must be an array."));
        var attachments = json.Items("attachments").ToList();
        if (text is null && attachments.Count == 0)
            return (null, ConnectorAnswers.BadArgument("Activity must include non empty 'text' field or at least one attachment."));
        if (attachments.Count > 1)
            return (null, ConnectorAnswers.BadArgument("One attachment a message."));
        if (attachments.Count == 1 && attachments[0].Text("contentType") != CardType)
            return (null, ConnectorAnswers.BadArgument($"Unknown attachment type '{attachments[0].Text("contentType")}'."));
        var card = attachments.Count == 1 ? attachments[0]!["content"] : null;
        if (attachments.Count == 1 && CardCheck.Wrong(card) is { } wrong)
            return (null, ConnectorAnswers.BadArgument(wrong));
        return (new OutgoingActivity(text, (JsonObject?)card?.DeepClone(), json.Text("summary")), null);
    }
}
