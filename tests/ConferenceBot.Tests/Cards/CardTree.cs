using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Cards;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Tests.Cards;

/// <summary>Looks into drawn cards, as JSON, without the types that drew them.</summary>
internal static class CardTree
{
    public static readonly CultureInfo English = new("en-GB");
    public static readonly CultureInfo Welsh = new("cy-GB");

    public static JsonObject Draw(CardContent content, CultureInfo? culture = null) =>
        CardDrawer.Draw(content, CardSamples.Stamp, culture ?? English).Card;

    /// <summary>Every object of the card, outermost first, in the order of reading.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => [o, .. o.SelectMany(member => Objects(member.Value))],
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };

    public static IEnumerable<JsonObject> OfType(JsonNode card, string type) => Objects(card).Where(o => TypeOf(o) == type);

    public static IEnumerable<JsonObject> Inputs(JsonNode card) =>
        Objects(card).Where(o => TypeOf(o)?.StartsWith("Input.", StringComparison.Ordinal) == true);

    public static string? TypeOf(JsonObject o) => (o["type"] as JsonValue)?.GetValue<string>();

    public static JsonObject Input(JsonNode card, string id) => Inputs(card).Single(i => i["id"]!.GetValue<string>() == id);

    public static string? ValueOf(JsonNode card, string id) => Input(card, id)["value"]?.GetValue<string>();

    public static IReadOnlyList<string> Verbs(JsonNode card) =>
        [.. OfType(card, "Action.Execute").Select(a => a["verb"]!.GetValue<string>())];

    public static JsonObject Action(JsonNode card, string verb) =>
        OfType(card, "Action.Execute").First(a => a["verb"]!.GetValue<string>() == verb);

    /// <summary>Every text that a person can read, with the place where it stands.</summary>
    public static IEnumerable<string> Words(JsonNode card) => Objects(card)
        .SelectMany(o => o)
        .Where(m => m.Key is "text" or "title" or "label" or "errorMessage" or "placeholder" or "fallbackText"
            || (m.Key == "value" && m.Value!.Parent!.Parent is JsonArray { Parent: not null } list && list.GetPropertyName() == "facts"))
        .Select(m => m.Value!.GetValue<string>());

    public static string Said(JsonNode card) => string.Join("\n", Words(card));

    public static string First(JsonNode card) => OfType(card, "TextBlock").First()["text"]!.GetValue<string>();
}
