using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The prompt: what is due, the short form, or the settled answer.</summary>
internal static class PromptCard
{
    public static Sketch Draw(PromptContent content, Pen pen) => new(
        First(content, pen),
        Toasts.Line(pen.Words, content.NextDue is null ? ToastKind.Quiet : ToastKind.Task, content.NextDue, content.Today),
        [
            .. pen.Conference(content.Conference),
            .. content.Form ? PromptForm.Draw(content, pen) : PromptSettled.Draw(content, pen),
            pen.Danger(content.DutyNumber),
        ]);

    /// <summary>The button that saves or corrects, and below it the others, so that a phone has room for them.</summary>
    public static IEnumerable<CardElement> Buttons(CardAction main, PromptContent content, Pen pen) =>
    [
        Parts.Buttons(main, content.FromList ? pen.Plain(Verbs.Back, "Button.Back") : null),
        Parts.Buttons(pen.Plain(Verbs.OpenFlagForm, "Button.OpenFlagForm"), pen.Calendar(content.Conference)) with { Spacing = Spacing.Small },
    ];

    private static string First(PromptContent content, Pen pen)
    {
        if (content.NextDue is not { } due)
            return content.AnsweredAt is { } at && !content.Form
                ? pen.Say("Prompt.First.Settled", pen.Dates.Moment(at, content.Today))
                : pen.Say("Prompt.First.Correcting");
        var when = pen.Dates.Near(due, content.Today);
        var state = content switch { { LateBooked: true } => "LateBooked", { Overdue: true } => "Overdue", _ => "Due" };
        return content.AnsweredAt is { } answered
            ? pen.Say($"Prompt.First.Recorded.{state}", pen.Dates.Moment(answered, content.Today), when)
            : pen.Say($"Prompt.First.{state}", when);
    }
}
