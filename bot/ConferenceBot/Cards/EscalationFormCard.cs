using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The form for an escalation: which conference, what is not working, what was tried, what is wanted.</summary>
internal static class EscalationFormCard
{
    public static Sketch Draw(EscalationFormContent content, Pen pen) => new(
        pen.Say("EscalationForm.First"),
        Toasts.Line(pen.Words, ToastKind.Quiet, null, null),
        [
            pen.Danger(content.DutyNumber, loud: true),
            .. content.Conferences.IsEmpty ? [pen.Line("EscalationForm.None")] : Form(content, pen),
        ]);

    private static IEnumerable<CardElement> Form(EscalationFormContent content, Pen pen) =>
    [
        pen.Line("EscalationForm.Intro"),
        pen.Subtle("EscalationForm.Elsewhere"),
        pen.Dropdown(
            InputIds.Conference, "EscalationForm.Conference.Label",
            content.Conferences.Select(c => new InputChoice(
                pen.Say("EscalationForm.Conference", c.Conference.Reference.Value, pen.Dates.Full(c.Conference.Start)), c.Key)),
            content.Conferences.Length == 1 ? content.Conferences[0].Key : null, required: true) with { Separator = true },
        pen.Dropdown(
            InputIds.Reason, "EscalationForm.Reason.Label", pen.Choices("escalationReasons", content.Reasons), null, required: true),
        pen.Text(InputIds.Tried, "EscalationForm.Tried.Label", content.TextLimit),
        pen.Text(InputIds.Wanted, "EscalationForm.Wanted.Label", content.TextLimit),
        Parts.Buttons(pen.Main(Verbs.RaiseEscalation, "Button.SendToManager")),
    ];
}
