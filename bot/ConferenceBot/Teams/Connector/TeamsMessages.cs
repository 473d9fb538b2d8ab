using System.Text.Json.Nodes;
using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>A card and the words of its toast.</summary>
internal sealed record CardMessage(JsonNode Card, string? Toast);

/// <summary>
/// What the lane says to Teams, in its own words: cards, lines and chats. The types of the wire end here, so that an SDK could stand behind it
/// without the lane noticing. Failures are <see cref="ConnectorException"/>.
/// </summary>
internal sealed class TeamsMessages(IConnectorClient connector)
{
    /// <returns>The id of the activity; null when the connector gave none.</returns>
    public async Task<string?> SendCardAsync(ConnectorAddress address, string conversationId, CardMessage message, CancellationToken ct) =>
        (await connector.SendToConversationAsync(address, conversationId, ActivityOf(message), ct)).Id;

    /// <summary>Replaces a card that was sent; may be repeated.</summary>
    public async Task<string?> UpdateCardAsync(
        ConnectorAddress address, string conversationId, string activityId, CardMessage message, CancellationToken ct) =>
        (await connector.UpdateActivityAsync(address, conversationId, activityId, ActivityOf(message), ct)).Id;

    /// <summary>A line of plain text.</summary>
    public async Task<string?> SayAsync(ConnectorAddress address, string conversationId, string line, CancellationToken ct) =>
        (await connector.SendToConversationAsync(
            address, conversationId, new Activity { Type = ActivityTypes.Message, Text = line, TextFormat = "plain" }, ct)).Id;

    /// <summary>Opens the personal chat with somebody of the council's tenant, or finds it.</summary>
    /// <returns>The conversation's id. The service URL of the answer is not taken: only a validated turn brings one.</returns>
    public async Task<string> OpenChatAsync(ConnectorAddress address, Council council, Guid person, CancellationToken ct) =>
        (await connector.CreateConversationAsync(
            address, ConversationParameters.Personal(council.AppId, council.TenantId, person), ct)).Id!;

    private static Activity ActivityOf(CardMessage message) => new()
    {
        Type = ActivityTypes.Message,
        Summary = message.Toast,
        Attachments = [Attachment.AdaptiveCard(message.Card)],
    };
}
