using System.Text.Json.Serialization;

namespace ConferenceBot.Cards.Schema;

/// <summary>Anything in a card's body. The <c>type</c> on the wire is the schema's name of the element.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputToggle), "Input.Toggle")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
internal abstract record CardElement
{
    public Spacing? Spacing { get; init; }
    public bool? Separator { get; init; }
}

internal enum Spacing
{
    None,
    Small,
    Medium,
    Large,
}

internal enum TextSize
{
    Small,
    Medium,
}

internal enum TextWeight
{
    Bolder,
}

internal enum TextColor
{
    Accent,
    Attention,
}

internal enum TextBlockStyle
{
    Heading,
}

internal enum ContainerStyle
{
    Emphasis,
    Attention,
}

/// <summary>A block of text in which a subset of markdown is live: only words from the resources and plain settings go in here.</summary>
internal sealed record TextBlock : CardElement
{
    public required string Text { get; init; }
    public bool Wrap { get; init; } = true;
    public TextSize? Size { get; init; }
    public TextWeight? Weight { get; init; }
    public TextColor? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public TextBlockStyle? Style { get; init; }
}

/// <summary>Text that is shown as it stands: markdown is not live in it.</summary>
internal sealed record RichTextBlock : CardElement
{
    public required IReadOnlyList<TextRun> Inlines { get; init; }
}

internal sealed record TextRun
{
    public string Type { get; } = "TextRun";
    public required string Text { get; init; }
    public TextColor? Color { get; init; }
}
