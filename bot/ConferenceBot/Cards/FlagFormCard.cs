using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The form for a safety concern, opened in place of the prompt.</summary>
internal static class FlagFormCard
{
    public static Sketch Draw(FlagFormContent content, Pen pen) => new(
        pen.Say("FlagForm.First"),
        Toasts.Line(pen.Words, ToastKind.Quiet, null, null),
        [
            pen.Title("FlagForm.Heading"),
            .. pen.Conference(content.Conference),
            pen.Danger(content.DutyNumber, loud: true),
            pen.Line("FlagForm.Helper"),
            pen.Line("FlagForm.Rights"),
            pen.Text(InputIds.Seen, "FlagForm.Seen.Label", content.TextLimit, required: true) with { Separator = true },
            pen.Many(InputIds.Indicators, "FlagForm.Indicators.Label", pen.Choices("concernIndicators", content.Indicators), []),
            pen.Text(InputIds.ParentView, "FlagForm.ParentView.Label", content.TextLimit),
            pen.One(InputIds.FamilyTold, "FlagForm.Told.Label", PromptForm.FamilyToldChoices(pen), null, required: true),
            pen.Subtle("FlagForm.Who"),
            Parts.Buttons(pen.Main(Verbs.RaiseFlag, "Button.SendToChair"), pen.Plain(Verbs.Back, "Button.BackNothingSent")),
        ]);
}
