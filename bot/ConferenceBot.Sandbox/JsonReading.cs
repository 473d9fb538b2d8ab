using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox;

/// <summary>Reading of untrusted JSON: a member of the wrong kind reads as absent, never as an exception.</summary>
internal static class JsonReading
{
    /// <returns>The parsed object, or null when the text is not a JSON object.</returns>
    public static JsonObject? ParseObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool Flag(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static JsonObject? Object(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    /// <returns>The array's items; empty when absent or not an array.</returns>
    public static IEnumerable<JsonNode?> Items(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] as JsonArray ?? Enumerable.Empty<JsonNode?>();

    public static Guid Id(this JsonNode? node, string name) => Guid.TryParse(node.Text(name), out var id) ? id : Guid.Empty;

    public static async Task<string> BodyTextAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
