using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>Several prompts of one day as one card.</summary>
internal static class DigestCard
{
    public static Sketch Draw(DigestContent content, Pen pen)
    {
        var open = content.Items.Where(i => i.State is ListState.ToDo or ListState.Overdue).ToList();
        var next = open.Min(i => i.NextDue);
        var overdue = open.Any(i => i.State == ListState.Overdue);
        var first = (open.Count, overdue ? null : next) switch
        {
            (0, _) => pen.Say("Digest.First.Settled"),
            (1, { } due) => pen.Say("Digest.First.One", pen.Dates.Full(due)),
            (var count, { } due) => pen.Say("Digest.First.Many", count, pen.Dates.Full(due)),
            (1, null) => pen.Say(overdue ? "Digest.First.OneOverdue" : "Digest.First.OneUndated"),
            (var count, null) => pen.Say(overdue ? "Digest.First.ManyOverdue" : "Digest.First.ManyUndated", count),
        };
        return new Sketch(
            first,
            Toasts.Line(pen.Words, open.Count == 0 ? ToastKind.Quiet : ToastKind.Task, overdue ? null : next, null),
            [pen.Line("Digest.Intro"), .. ListRows.Draw(content.Items, pen)]);
    }
}
