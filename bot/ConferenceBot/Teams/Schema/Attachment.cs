using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ConferenceBot.Teams;

/// <summary>Something attached to a message; outbound always a card.</summary>
internal sealed class Attachment
{
    /// <summary>The content type of an adaptive card, in messages and in the reply to an invoke.</summary>
    public const string AdaptiveCardContentType = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    [JsonConverter(typeof(RawElement))]
    public JsonElement? Content { get; set; }

    public string? Name { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>An adaptive card; <paramref name="card"/> is the card object.</summary>
    public static Attachment AdaptiveCard(JsonElement card) => new() { ContentType = AdaptiveCardContentType, Content = card };

    /// <inheritdoc cref="AdaptiveCard(JsonElement)"/>
    public static Attachment AdaptiveCard(JsonNode card) => AdaptiveCard(TeamsJson.Element(card));
}

/// <summary>Something said about a message, such as a mention or the client's time zone.</summary>
internal sealed class Entity
{
    /// <summary>The type of an entity that mentions somebody.</summary>
    public const string Mention = "mention";

    public string? Type { get; set; }

    /// <summary>With a mention: who.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>With a mention: the words in the message's text, such as <c>&lt;at&gt;…&lt;/at&gt;</c>.</summary>
    public string? Text { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
