using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ConferenceBot.Teams;

/// <summary>The wire's JSON: camelCase, nothing written for null, unknown members kept, at most 64 levels deep.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ConnectorMetadata))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(string))]
internal sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>The deepest nesting read or written.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// The instance to use. Text beyond ASCII is written as itself: the body is never put into HTML, and escapes would count against
    /// the size the channel allows.
    /// </summary>
    public static TeamsJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    });

    /// <summary>An object built in memory, as the wire types hold it.</summary>
    public static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node, Wire.JsonNode);

    /// <summary>A value that is there and is null.</summary>
    public static JsonElement Null { get; } = System.Text.Json.JsonElement.Parse("null");

    /// <summary>A text, as the wire types hold it.</summary>
    public static JsonElement Element(string text) => JsonSerializer.SerializeToElement(text, Wire.String);
}
