using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The card on which a manager decides.</summary>
internal static class EscalationAskCard
{
    public static Sketch Draw(EscalationAskContent content, Pen pen)
    {
        var asked = content is { State: EscalationState.Asked, Mine: true };
        return new Sketch(
            First(content, pen),
            Toasts.Line(pen.Words, asked ? ToastKind.Reply : ToastKind.Quiet, content.AnswerBy, content.Today),
            [
                .. pen.Conference(content.Conference),
                .. content.Mine ? What(content, pen) : [pen.Line("Ask.NotMine")],
                .. asked ? Form(content, pen) : [],
                .. content.Mine && !asked ? Settled(content, pen) : [],
                .. content.Mine ? [pen.Danger("")] : Array.Empty<CardElement>(),
            ]);
    }

    private static string First(EscalationAskContent content, Pen pen) => content switch
    {
        { Mine: false } => pen.Say("Ask.First.NotMine"),
        { State: EscalationState.Asked } => pen.Say("Ask.First.Asked", pen.Dates.Near(content.AnswerBy, content.Today)),
        { State: EscalationState.TakenOn, DecidedAt: { } at, ActionBy: { } by } =>
            pen.Say("Ask.First.TakenOn", pen.Dates.Moment(at, content.Today), pen.Dates.Day(by)),
        _ => pen.Say($"Ask.First.{content.State}.Undated"),
    };

    private static IEnumerable<CardElement> What(EscalationAskContent content, Pen pen)
    {
        yield return pen.Line("Ask.What", content.FromAgency) with { Weight = TextWeight.Bolder };
        yield return pen.Facts(
            ("Fact.NotWorking", Pen.Capital(pen.Choice("escalationReasons", content.Reason))),
            ("Fact.Stage", pen.Say("Ask.Stage", content.Level)),
            ("Fact.Sent", pen.Dates.Full(content.RaisedAt)),
            ("Fact.ReplyBy", content.State == EscalationState.Asked ? pen.Dates.Full(content.AnswerBy) : null),
            ("Fact.Decided", content.DecidedAt is { } at ? pen.Dates.Full(at) : null),
            ("Fact.ActionBy", content.ActionBy is { } by ? pen.Dates.FullDay(by) : null));
        if (content.Typed is not null)
            yield return pen.Typed(
                Verbs.HideEscalationText,
                ("Typed.Tried", content.Typed.Get(InputIds.Tried)),
                ("Typed.Wanted", content.Typed.Get(InputIds.Wanted)));
        else if (content.HasText)
            yield return Parts.Buttons(pen.Plain(Verbs.ShowEscalationText, "Button.Show"));
    }

    private static IEnumerable<CardElement> Form(EscalationAskContent content, Pen pen) =>
    [
        pen.Date(InputIds.ActionBy, "Ask.ActionBy.Label", content.ActionDefault, min: content.Today) with { Separator = true },
        Parts.Buttons(pen.Main(Verbs.TakeEscalationOn, "Button.TakeOn")),
        pen.Text(InputIds.Reason, "Ask.Reason.Label", content.TextLimit) with { Separator = true },
        Parts.Buttons(pen.Other(Verbs.DeclineEscalation, "Button.Decline")),
        pen.Subtle("Ask.Unanswered"),
    ];

    private static IEnumerable<CardElement> Settled(EscalationAskContent content, Pen pen) => content.State switch
    {
        EscalationState.Lapsed => [pen.Line("Ask.Lapsed")],
        _ => [Parts.Buttons(pen.Plain(Verbs.CorrectDecision, "Button.Correct"))],
    };
}
