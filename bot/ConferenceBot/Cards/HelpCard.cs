using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>What the bot is, what it can be asked and where help is.</summary>
internal static class HelpCard
{
    public static Sketch Draw(HelpContent content, Pen pen) => new(
        pen.Say(content switch
        {
            { NotUnderstood: true } => "Help.First.NotUnderstood",
            { Welcome: true } => "Help.First.Welcome",
            _ => "Help.First",
        }),
        Toasts.Line(pen.Words, ToastKind.Quiet, null, null),
        [
            pen.Line("Help.What"),
            pen.Facts(
                ("Help.Word.Help", pen.Say("Help.Does.Help")),
                ("Help.Word.Mine", pen.Say("Help.Does.Mine")),
                ("Help.Word.Escalate", pen.Say("Help.Does.Escalate"))),
            pen.Line("Help.Private"),
            pen.Line("Help.Silent"),
            pen.Danger(content.DutyNumber, loud: true),
        ]);
}
