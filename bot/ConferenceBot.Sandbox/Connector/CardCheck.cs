using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>What Teams does not take in a bot's adaptive card, or would silently leave out; both are refused here.</summary>
internal static class CardCheck
{
    private const int MostIdLength = 256;

    private static readonly HashSet<string> Elements =
    [
        "TextBlock", "RichTextBlock", "Image", "ImageSet", "Container", "ColumnSet", "Column", "FactSet", "ActionSet", "Table",
        "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet",
    ];

    private static readonly HashSet<string> Actions =
        ["Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility"];

    /// <returns>What is wrong, or null.</returns>
    public static string? Wrong(JsonNode? content)
    {
        if (content is not JsonObject card)
            return "The card's content must be an object.";
        if (card.Text("type") != "AdaptiveCard")
            return "The card's type must be AdaptiveCard.";
        if (!Version.TryParse(card.Text("version"), out var version) || version > new Version(1, 5))
            return "The card's version must be 1.5 or lower.";
        if (card.Object("refresh") is not null && version < new Version(1, 4))
            return "refresh needs version 1.4.";
        return Body(card, []);
    }

    private static string? Body(JsonObject card, HashSet<string> ids) =>
        card["body"] is not (null or JsonArray) ? "The card's body must be an array."
        : card["actions"] is not (null or JsonArray) ? "The card's actions must be an array."
        : card.Items("body").Select(item => Element(item, ids)).FirstOrDefault(wrong => wrong is not null)
            ?? card.Items("actions").Select(item => Action(item, ids)).FirstOrDefault(wrong => wrong is not null);

    private static string? Element(JsonNode? node, HashSet<string> ids)
    {
        if (node is not JsonObject element)
            return "A card element must be an object.";
        var type = element.Text("type") ?? "";
        if (!Elements.Contains(type))
            return $"Unknown card element '{type}'.";
        if (type == "TextBlock" && element.Text("text") is null)
            return "A TextBlock needs text.";
        if (type.StartsWith("Input.", StringComparison.Ordinal))
        {
            if (element.Text("id") is not { Length: > 0 and <= MostIdLength } id)
                return $"{type} needs an id.";
            if (!ids.Add(id))
                return $"Two inputs have the id '{id}'.";
            if (type == "Input.ChoiceSet" && element.Items("choices").Any(choice => choice.Text("title") is null || choice.Text("value") is null))
                return "A choice needs a title and a value, both text.";
        }
        return Children(element).Select(child => Element(child, ids)).FirstOrDefault(wrong => wrong is not null)
            ?? element.Items("actions").Append(element["selectAction"]).Where(action => action is not null)
                .Select(action => Action(action, ids)).FirstOrDefault(wrong => wrong is not null);
    }

    private static IEnumerable<JsonNode?> Children(JsonObject element) =>
        element.Items("items")
            .Concat(element.Items("columns").Where(column => column.Text("type") is "Column" || column?["items"] is not null))
            .Concat(element.Items("rows").SelectMany(row => row.Items("cells")).SelectMany(cell => cell.Items("items")))
            .Where(child => element.Text("type") != "Table" || child?["width"] is null);

    private static string? Action(JsonNode? node, HashSet<string> ids)
    {
        if (node is not JsonObject action)
            return "An action must be an object.";
        var type = action.Text("type") ?? "";
        if (!Actions.Contains(type))
            return $"Unknown action '{type}'.";
        return type switch
        {
            "Action.OpenUrl" when action.Text("url") is null => "Action.OpenUrl needs a url.",
            "Action.Execute" when action["data"] is not (null or JsonObject) => "The data of Action.Execute must be an object.",
            "Action.ShowCard" => action.Object("card") is { } card ? Body(card, ids) : "Action.ShowCard needs a card.",
            _ => null,
        };
    }
}
