namespace ConferenceBot.Cards.Schema;

/// <summary>Something a person fills in. It cannot be made without a label: screen readers say the label.</summary>
internal abstract record CardInput : CardElement
{
    /// <summary>The key of its value in the data of an action.</summary>
    public required string Id { get; init; }
    public required string Label { get; init; }
    public bool? IsRequired { get; init; }

    /// <summary>Said when the client finds the input empty or out of range.</summary>
    public string? ErrorMessage { get; init; }
}

internal sealed record InputText : CardInput
{
    public bool IsMultiline { get; init; } = true;

    /// <summary>Characters.</summary>
    public required int MaxLength { get; init; }
    public string? Placeholder { get; init; }
    public string? Value { get; init; }
}

/// <summary>Days as <c>yyyy-MM-dd</c>.</summary>
internal sealed record InputDate : CardInput
{
    public string? Value { get; init; }

    /// <summary>Inclusive.</summary>
    public string? Min { get; init; }

    /// <summary>Inclusive.</summary>
    public string? Max { get; init; }
}

/// <summary>Its value on the wire is <c>true</c> or <c>false</c> as text.</summary>
internal sealed record InputToggle : CardInput
{
    public required string Title { get; init; }
    public bool Wrap { get; init; } = true;
    public string? Value { get; init; }
}

/// <summary>Several chosen values come joined by commas.</summary>
internal sealed record InputChoiceSet : CardInput
{
    public required IReadOnlyList<InputChoice> Choices { get; init; }
    public ChoiceInputStyle Style { get; init; } = ChoiceInputStyle.Expanded;
    public bool? IsMultiSelect { get; init; }
    public bool Wrap { get; init; } = true;
    public string? Placeholder { get; init; }
    public string? Value { get; init; }
}

internal enum ChoiceInputStyle
{
    Compact,
    Expanded,
}

internal sealed record InputChoice(string Title, string Value);
