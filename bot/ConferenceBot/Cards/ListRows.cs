using System.Collections.Immutable;
using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The lines of a list card, each with the button that opens its own card in place.</summary>
internal static class ListRows
{
    /// <summary>Lines shown; the rest is a count, so that a card stays within the size that Teams takes.</summary>
    public const int Most = 10;

    public static IEnumerable<CardElement> Draw(ImmutableArray<ListItem> items, Pen pen)
    {
        foreach (var item in items.Take(Most)) yield return Row(item, pen);
        if (items.Length > Most) yield return pen.Line("List.More", items.Length - Most);
    }

    private static ColumnSet Row(ListItem item, Pen pen)
    {
        var text = new Column
        {
            Width = "stretch",
            Items =
            [
                new TextBlock { Text = StateOf(item, pen), Weight = TextWeight.Bolder },
                .. pen.Conference(item.Conference),
            ],
        };
        return new ColumnSet
        {
            Separator = true,
            Columns = item.Card is { } card
                ?
                [
                    text,
                    new Column
                    {
                        Width = "auto",
                        VerticalContentAlignment = "Center",
                        Items = [new ActionSet { Actions = [Pen.Open(card, pen.Say("Button.Open", item.Conference.Reference.Value))] }],
                    },
                ]
                : [text],
        };
    }

    private static string StateOf(ListItem item, Pen pen) => item switch
    {
        { State: ListState.ToDo, NextDue: { } due } => pen.Say("List.ToDo", pen.Dates.Full(due)),
        { State: ListState.Overdue, NextDue: { } due } => pen.Say("List.Overdue", pen.Dates.Full(due)),
        { State: var state } => pen.Say($"List.{state}.NoDate"),
    };
}
