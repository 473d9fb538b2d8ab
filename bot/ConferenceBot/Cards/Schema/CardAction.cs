using System.Text.Json.Serialization;

namespace ConferenceBot.Cards.Schema;

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionExecute), "Action.Execute")]
[JsonDerivedType(typeof(ActionSubmit), "Action.Submit")]
[JsonDerivedType(typeof(ActionOpenUrl), "Action.OpenUrl")]
internal abstract record CardAction
{
    public required string Title { get; init; }
}

internal sealed record ActionExecute : CardAction
{
    public required string Verb { get; init; }
    public required ActionData Data { get; init; }

    /// <summary>Null sends, and first checks, all inputs of the card.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary><c>positive</c> for the one main thing to do; clients that do not know it draw a plain button.</summary>
    public string? Style { get; init; }

    /// <summary>What an older client does instead.</summary>
    public required CardAction Fallback { get; init; }
}

/// <summary>For clients without <c>Action.Execute</c>: the verb travels in the data.</summary>
internal sealed record ActionSubmit : CardAction
{
    public required ActionData Data { get; init; }
    public AssociatedInputs? AssociatedInputs { get; init; }
}

internal sealed record ActionOpenUrl : CardAction
{
    public required string Url { get; init; }
}

/// <summary>All that a button carries: an opaque random id and a version; the verb only where the schema has no other place for it.</summary>
/// <param name="K">The id, 32 hex digits.</param>
/// <param name="V">The version that the card shows.</param>
internal sealed record ActionData(string K, int V, string? Verb = null);

internal enum AssociatedInputs
{
    Auto,
    None,
}
