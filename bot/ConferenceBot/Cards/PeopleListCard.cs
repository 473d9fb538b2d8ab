using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The administrator's conferences with first-time attendees: counts, and a button that opens each in place.</summary>
internal static class PeopleListCard
{
    public static Sketch Draw(PeopleListContent content, Pen pen)
    {
        var waiting = content.Waiting;
        return new Sketch(
            FirstLine(waiting, pen),
            Toasts.Line(pen.Words, waiting == 0 ? ToastKind.Quiet : ToastKind.Task, null, null),
            [
                pen.Line("PeopleList.Intro"),
                .. content.Items.Take(ListRows.Most).Select(item => Row(item, pen)),
                .. content.Items.Length > ListRows.Most ? [pen.Line("List.More", content.Items.Length - ListRows.Most)] : Array.Empty<CardElement>(),
            ]);
    }

    private static ColumnSet Row(PeopleListItem item, Pen pen) => new()
    {
        Separator = true,
        Columns =
        [
            new Column
            {
                Width = "stretch",
                Items = [new TextBlock { Text = Waiting(item, pen), Weight = TextWeight.Bolder }, .. pen.Conference(item.Conference)],
            },
            new Column
            {
                Width = "auto",
                VerticalContentAlignment = "Center",
                Items = [new ActionSet { Actions = [Pen.Open(item.Card, pen.Say("Button.Open", item.Conference.Reference.Value))] }],
            },
        ],
    };

    private static string Waiting(PeopleListItem item, Pen pen) => item.Waiting switch
    {
        0 => pen.Say("PeopleList.Waiting.None"),
        1 => pen.Say("PeopleList.Waiting.One"),
        _ => pen.Say("PeopleList.Waiting.Many", item.Waiting),
    };

    /// <summary>How many wait; the first thing that may be read over a shoulder.</summary>
    public static string FirstLine(int waiting, Pen pen) => waiting switch
    {
        0 => pen.Say("PeopleList.First.None"),
        1 => pen.Say("PeopleList.First.One"),
        _ => pen.Say("PeopleList.First.Many", waiting),
    };
}
