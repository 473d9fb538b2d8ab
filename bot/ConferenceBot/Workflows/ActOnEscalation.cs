using ConferenceBot.Domain;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Workflows;

/// <summary>A practitioner raises an escalation; a manager decides it from the card; either may correct or go on.</summary>
internal sealed class ActOnEscalation(Telling telling, IIds ids)
{
    public async Task<ActResult> RaiseAsync(Act act, RaiseEscalation reply)
    {
        if (act.Copy.Kind != CardKind.EscalationForm) return new ActResult.No(new NotAllowed());
        if (reply.Tried.Length > act.Clock.Procedure.TextLimit || reply.Wanted.Length > act.Clock.Procedure.TextLimit)
            return new ActResult.No(new TextTooLong(act.Clock.Procedure.TextLimit));
        var choices = await act.Session.Cards.OfParentAsync(act.Copy.Id, act.Cancellation);
        if (choices.FirstOrDefault(c => c.Id.ToString("N") == reply.Conference) is not { } choice) return new ActResult.No(new UnknownChoice());
        var conference = await DescribeCard.ConferenceAsync(act.Session, new ConferenceId(choice.Subject), act.Cancellation);
        if (conference.Find(act.Actor) is not { } requester) return new ActResult.No(new NotAllowed());

        var id = new EscalationId(ids.Next());
        var away = await WhoIsAway.OfAsync(act.Session, act.Managers, act.Clock.Now, act.Cancellation);
        var decision = EscalationRules.Raise(id, conference, requester, reply.Reason, act.Managers, act.Clock, away);
        if (decision is Decision<Escalation>.Refused refused) return new ActResult.No(refused.Refusal);
        await act.Session.Text.PutAsync(id.Value, DescribeEscalation.Tried, reply.Tried, act.Cancellation);
        await act.Session.Text.PutAsync(id.Value, DescribeEscalation.Wanted, reply.Wanted, act.Cancellation);
        await CardChanges.SaveChangedAsync(
            act.Session,
            act.Copy with { Kind = CardKind.EscalationRequest, Subject = id.Value, Conference = conference.Id },
            act.Cancellation);
        await SaveAsync(act.Session, (Decision<Escalation>.Accepted)decision, act.Clock, act.Cancellation);
        return new ActResult.Done(id.Value);
    }

    public Task<ActResult> TakeOnAsync(Act act, TakeEscalationOn reply) =>
        ChangeAsync(act, CardKind.EscalationAsk, e => EscalationRules.TakeOn(e, act.Actor, reply.ActionBy, act.Clock));

    public async Task<ActResult> DeclineAsync(Act act, DeclineEscalation reply)
    {
        if (reply.Reason.Length > act.Clock.Procedure.TextLimit) return new ActResult.No(new TextTooLong(act.Clock.Procedure.TextLimit));
        var given = !string.IsNullOrWhiteSpace(reply.Reason);
        var result = await ChangeAsync(act, CardKind.EscalationAsk, e => EscalationRules.Decline(e, act.Actor, given, act.Clock));
        if (result is ActResult.Done)
            await act.Session.Text.PutAsync(act.Copy.Subject, DescribeEscalation.DeclineReason, reply.Reason, act.Cancellation);
        return result;
    }

    public async Task<ActResult> CorrectAsync(Act act)
    {
        var result = await ChangeAsync(act, CardKind.EscalationAsk, e => EscalationRules.Correct(e, act.Actor, act.Clock));
        if (result is ActResult.Done)
            await act.Session.Text.PutAsync(act.Copy.Subject, DescribeEscalation.DeclineReason, "", act.Cancellation);
        return result;
    }

    public async Task<ActResult> GoToNextStageAsync(Act act)
    {
        var ladder = (await act.Session.Escalations.FindAsync(new EscalationId(act.Copy.Subject), act.Cancellation))?.Ladder ?? [];
        var away = await WhoIsAway.OfAsync(act.Session, ladder, act.Clock.Now, act.Cancellation);
        return await ChangeAsync(act, CardKind.EscalationRequest, e => EscalationRules.GoToNextStage(e, act.Actor, act.Clock, away));
    }

    /// <summary>The manager who is asked sees what was written, the requester the reason of the answer.</summary>
    public static async Task<ActResult> ShowAsync(Act act)
    {
        if (await act.Session.Escalations.FindAsync(new EscalationId(act.Copy.Subject), act.Cancellation) is not { } escalation)
            return new ActResult.No(new NotAllowed());
        return act.Copy.Kind == CardKind.EscalationRequest || escalation.Manager == act.Actor
            ? new ActResult.Done(escalation.Id.Value, ShowText: true)
            : new ActResult.No(new NotAllowed());
    }

    /// <summary>Saves a decided escalation, its next look and its notices, and brings the cards that show it up to date.</summary>
    public async Task SaveAsync(
        IStoreSession session, Decision<Escalation>.Accepted accepted, RuleClock clock, CancellationToken cancellationToken)
    {
        var escalation = accepted.State;
        await session.Escalations.SaveAsync(escalation, cancellationToken);
        await session.Dues.SetAsync(DueKind.Escalation, escalation.Id.Value, accepted.NextDue, cancellationToken);
        await CardChanges.OfSubjectAsync(session, escalation.Id.Value, cancellationToken);
        await telling.TellAsync(session, accepted.Notices, clock, cancellationToken);
    }

    private async Task<ActResult> ChangeAsync(Act act, CardKind on, Func<Escalation, Decision<Escalation>> rule)
    {
        if (act.Copy.Kind != on
            || await act.Session.Escalations.FindAsync(new EscalationId(act.Copy.Subject), act.Cancellation) is not { } escalation)
            return new ActResult.No(new NotAllowed());
        switch (rule(escalation))
        {
            case Decision<Escalation>.Accepted accepted:
                await SaveAsync(act.Session, accepted, act.Clock, act.Cancellation);
                return new ActResult.Done(escalation.Id.Value);
            case Decision<Escalation>.Refused(var refusal):
                return new ActResult.No(refusal);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
