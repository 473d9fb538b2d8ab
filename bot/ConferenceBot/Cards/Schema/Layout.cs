namespace ConferenceBot.Cards.Schema;

internal sealed record Container : CardElement
{
    public required IReadOnlyList<CardElement> Items { get; init; }
    public ContainerStyle? Style { get; init; }
}

internal sealed record ColumnSet : CardElement
{
    public required IReadOnlyList<Column> Columns { get; init; }
}

internal sealed record Column
{
    public string Type { get; } = "Column";

    /// <summary><c>auto</c> or <c>stretch</c>.</summary>
    public required string Width { get; init; }
    public required IReadOnlyList<CardElement> Items { get; init; }
    public string? VerticalContentAlignment { get; init; }
}

internal sealed record FactSet : CardElement
{
    public required IReadOnlyList<Fact> Facts { get; init; }
}

/// <summary>Both texts are drawn with markdown live.</summary>
internal sealed record Fact(string Title, string Value);

/// <summary>A table whose first row is its header.</summary>
internal sealed record Table : CardElement
{
    public required IReadOnlyList<TableColumnDefinition> Columns { get; init; }
    public required IReadOnlyList<TableRow> Rows { get; init; }
    public bool FirstRowAsHeaders { get; init; } = true;
    public bool? ShowGridLines { get; init; }
}

/// <param name="Width">Share of the width.</param>
internal sealed record TableColumnDefinition(int Width);

internal sealed record TableRow
{
    public string Type { get; } = "TableRow";
    public required IReadOnlyList<TableCell> Cells { get; init; }
}

internal sealed record TableCell
{
    public string Type { get; } = "TableCell";
    public required IReadOnlyList<CardElement> Items { get; init; }
}

internal sealed record ActionSet : CardElement
{
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
