using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>The requester's view of an escalation, from "asked" to its outcome.</summary>
internal static class EscalationRequestCard
{
    public static Sketch Draw(EscalationRequestContent content, Pen pen) => new(
        First(content, pen),
        Toasts.Line(pen.Words, content.State == EscalationState.Asked ? ToastKind.Quiet : ToastKind.Answer, null, null),
        [
            .. pen.Conference(content.Conference),
            pen.Line(content switch
            {
                { State: EscalationState.Declined, CanGoOn: true } => "Request.Declined.CanGoOn",
                { State: var state } => $"Request.{state}",
            }),
            .. content.Absence == LadderAbsence.None ? Array.Empty<CardElement>() : [pen.Line($"Request.Away.{content.Absence}")],
            pen.Facts(
                ("Fact.NotWorking", Pen.Capital(pen.Choice("escalationReasons", content.Reason))),
                ("Fact.Stage", pen.Say("Ask.Stage", content.Level)),
                ("Fact.Sent", pen.Dates.Full(content.RaisedAt)),
                ("Fact.ReplyBy", content.State == EscalationState.Asked ? pen.Dates.Full(content.AnswerBy) : null),
                ("Fact.Decided", content.DecidedAt is { } at ? pen.Dates.Full(at) : null),
                ("Fact.ActionBy", content.ActionBy is { } by ? pen.Dates.FullDay(by) : null)),
            .. content.TypedReason is { } reason
                ? [pen.Typed(Verbs.HideEscalationText, ("Typed.Reason", reason))]
                : Array.Empty<CardElement>(),
            .. Actions(content, pen),
            pen.Danger(content.DutyNumber, loud: content.State == EscalationState.Lapsed),
        ]);

    private static string First(EscalationRequestContent content, Pen pen) => content switch
    {
        { State: EscalationState.Asked } =>
            pen.Say("Request.First.Asked", pen.Dates.Near(content.AnswerBy, DateWords.Of(content.RaisedAt))),
        { State: EscalationState.TakenOn, DecidedAt: { } at, ActionBy: { } by } =>
            pen.Say("Request.First.TakenOn", DateWords.Time(at), pen.Dates.Day(by)),
        _ => pen.Say($"Request.First.{content.State}.Undated"),
    };

    private static IEnumerable<CardElement> Actions(EscalationRequestContent content, Pen pen)
    {
        CardAction?[] actions =
        [
            content is { State: EscalationState.Declined, CanGoOn: true } ? pen.Plain(Verbs.NextStage, "Button.NextStage") : null,
            content is { HasReason: true, TypedReason: null } ? pen.Plain(Verbs.ShowEscalationText, "Button.ShowReason") : null,
        ];
        if (actions.Any(a => a is not null)) yield return Parts.Buttons(actions);
    }
}
