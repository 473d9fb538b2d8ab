using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>Reads a card as a client does: which buttons it has, which inputs a button takes along, what the client lets through.</summary>
internal static class CardReader
{
    /// <returns>Every button with a verb, with the inputs it takes along, in the order of the card.</returns>
    public static IReadOnlyList<(JsonObject Action, IReadOnlyList<JsonObject> Inputs)> Buttons(JsonObject card) => [.. Buttons(card, [])];

    public static JsonObject? Button(JsonObject? card, string verb) =>
        card is null ? null : Buttons(card).Select(button => button.Action).FirstOrDefault(action => action.Text("verb") == verb);

    /// <returns>The input with that id anywhere in the card, or null.</returns>
    public static JsonObject? Input(JsonObject card, string id) =>
        Buttons(card).SelectMany(button => button.Inputs).FirstOrDefault(input => input.Text("id") == id);

    /// <summary>Every text a reader sees.</summary>
    public static string Texts(JsonObject card) => string.Join('\n', Walk(card).Select(node => node.Text("text")).OfType<string>());

    /// <summary>What the client sends when the button is pressed: the action, and each input's value or its default.</summary>
    /// <exception cref="InvalidOperationException">No such button, or a value the client would refuse.</exception>
    public static (JsonObject Action, IReadOnlyDictionary<string, string> Values) Press(JsonObject card, string verb,
        IReadOnlyDictionary<string, string> inputs)
    {
        var (action, taken) = Buttons(card).FirstOrDefault(button => button.Action.Text("verb") == verb);
        if (action is null)
            throw new InvalidOperationException($"The card has no button {verb}; it has "
                + string.Join(", ", Buttons(card).Select(button => button.Action.Text("verb"))));
        var values = new Dictionary<string, string>();
        foreach (var input in taken)
        {
            var id = input.Text("id")!;
            var value = inputs.TryGetValue(id, out var given) ? given : Default(input);
            if (Wrong(input, value) is { } wrong)
                throw new InvalidOperationException($"The client does not let {id} through: {wrong}.");
            if (value is not null)
                values[id] = value;
        }
        return inputs.Keys.FirstOrDefault(id => taken.All(input => input.Text("id") != id)) is { } unknown
            ? throw new InvalidOperationException($"The button {verb} takes no input {unknown}; it takes "
                + string.Join(", ", taken.Select(input => input.Text("id"))))
            : (action, values);
    }

    private static IEnumerable<(JsonObject, IReadOnlyList<JsonObject>)> Buttons(JsonObject card, IReadOnlyList<JsonObject> outer)
    {
        IReadOnlyList<JsonObject> inputs = [.. outer, .. Inputs(card)];
        foreach (var action in Walk(card).Where(node => node.Text("type") is "Action.Execute" or "Action.Submit"))
            yield return (action, string.Equals(action.Text("associatedInputs"), "none", StringComparison.OrdinalIgnoreCase) ? [] : inputs);
        var shown = Walk(card).Where(node => node.Text("type") == "Action.ShowCard").Select(node => node.Object("card")).OfType<JsonObject>();
        foreach (var inner in shown)
        {
            foreach (var button in Buttons(inner, inputs))
                yield return button;
        }
    }

    private static IEnumerable<JsonObject> Inputs(JsonObject card) =>
        Walk(card).Where(node => node.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true);

    /// <summary>Every object of the card, without those of the cards behind its ShowCard buttons and without data.</summary>
    private static IEnumerable<JsonObject> Walk(JsonNode? node)
    {
        if (node is JsonArray array)
            return array.SelectMany(Walk);
        if (node is not JsonObject found)
            return [];
        var hidden = found.Text("type") == "Action.ShowCard" ? "card" : "data";
        return new[] { found }.Concat(found.Where(member => member.Key != hidden && member.Key != "fallback")
            .SelectMany(member => Walk(member.Value)));
    }

    private static string? Default(JsonObject input) => input.Text("type") switch
    {
        "Input.Toggle" => input.Text("value") ?? input.Text("valueOff") ?? "false",
        "Input.Text" => input.Text("value") ?? "",
        _ => input.Text("value"),
    };

    private static string? Wrong(JsonObject input, string? value)
    {
        var off = input.Text("type") == "Input.Toggle" && value == (input.Text("valueOff") ?? "false");
        if (input.Flag("isRequired") && (string.IsNullOrEmpty(value) || off))
            return "it is required";
        if (string.IsNullOrEmpty(value))
            return null;
        return input.Text("type") switch
        {
            "Input.Text" when input["maxLength"] is JsonValue limit && limit.TryGetValue(out int most) && value.Length > most =>
                $"it is longer than {most}",
            "Input.Toggle" when value != (input.Text("valueOn") ?? "true") && value != (input.Text("valueOff") ?? "false") =>
                "a toggle has two values",
            "Input.ChoiceSet" when value.Split(',').Any(part => input.Items("choices").All(choice => choice.Text("value") != part)) =>
                $"'{value}' is not among " + string.Join(", ", input.Items("choices").Select(choice => choice.Text("value"))),
            _ => null,
        };
    }
}
