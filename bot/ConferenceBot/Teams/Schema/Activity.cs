using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConferenceBot.Teams;

/// <summary>
/// One thing said or done, in either direction (Bot Framework activity schema). Members the bot has no use for are kept in
/// <see cref="Properties"/>, so that an activity is written as it was read.
/// </summary>
internal sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a type that is not known yet.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's id of this activity; a card action is repeated with the same one only when the network repeats it.</summary>
    public string? Id { get; set; }

    /// <summary>Kept verbatim, as text: it is compared with the token's claim and may carry a tenant segment.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    /// <summary><c>plain</c>, <c>markdown</c> (the channel's default) or <c>xml</c>.</summary>
    public string? TextFormat { get; set; }

    public string? Locale { get; set; }

    public string? Text { get; set; }

    /// <summary>The words of the toast; the only preview of a message that is a card.</summary>
    public string? Summary { get; set; }

    /// <summary><c>normal</c> or <c>high</c>.</summary>
    public string? Importance { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    public IList<Entity>? Entities { get; set; }

    /// <summary>With a conversation update: who came, people and bots.</summary>
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>The Teams part; see <see cref="TeamsChannelData"/>.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>With an installation update: <c>add</c>, <c>add-upgrade</c>, <c>remove</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; set; }

    /// <summary>With a card action: the id of the message that holds the card.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>With an invoke or event: which one.</summary>
    public string? Name { get; set; }

    public JsonElement? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
