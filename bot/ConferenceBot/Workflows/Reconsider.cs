using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>Decides a subject anew because time has passed or something around it has changed, and writes what follows.</summary>
internal sealed class Reconsider(Telling telling, RaiseFlags flags, ActOnEscalation escalations, IPeople people, NotHere barred)
{
    public async Task TaskAsync(
        IStoreSession session, Conference conference, ReportTask task, RuleClock clock, CancellationToken cancellationToken)
    {
        var accepted = (Decision<ReportTask>.Accepted)PreparationPlan.Decide(conference, task, clock);
        await session.Dues.SetAsync(DueKind.Task, task.Id.Value, accepted.NextDue, cancellationToken);
        if (accepted.State != task) await session.Tasks.SaveAsync(accepted.State, cancellationToken);
        if (accepted.State.Version != task.Version) await CardChanges.OfSubjectAsync(session, task.Id.Value, cancellationToken);
        await telling.TellAsync(session, accepted.Notices, clock, cancellationToken);
    }

    public async Task FlagAsync(
        IStoreSession session, Conference conference, RiskFlag flag, RuleClock clock, CancellationToken cancellationToken)
    {
        if (flag.State is FlagState.Withdrawn or FlagState.Expired)
        {
            await session.Dues.SetAsync(DueKind.Flag, flag.Id.Value, null, cancellationToken);
            return;
        }
        var audience = await flags.AudienceAsync(
            session, conference, flag.Kind, flag.Kind == FlagKind.SupportToShare && flag.To is { } to ? [to, .. flag.PassedTo] : [], clock.Now,
            cancellationToken);
        var accepted = (Decision<RiskFlag>.Accepted)RiskFlags.Decide(flag, conference, audience, clock);
        if (accepted.State == flag)
            await session.Dues.SetAsync(DueKind.Flag, flag.Id.Value, accepted.NextDue, cancellationToken);
        else
            await flags.SaveAsync(session, accepted, clock, cancellationToken);
    }

    public async Task EscalationAsync(IStoreSession session, Escalation escalation, RuleClock clock, CancellationToken cancellationToken)
    {
        var notHere = await barred.OfAsync(session, escalation.Conference, escalation.Ladder, cancellationToken);
        var accepted = (Decision<Escalation>.Accepted)EscalationRules.Decide(
            escalation, await barred.WithoutAsync(session, escalation.Conference, people.Administrators(session.Council), cancellationToken), clock,
            (await WhoIsAway.OfAsync(session, escalation.Ladder, clock.Now, cancellationToken)).Union(notHere),
            (await WhoIsAway.NotReachedAsync(session, escalation.Ladder, cancellationToken)).Union(notHere));
        if (accepted.State == escalation && accepted.Notices.IsEmpty)
            await session.Dues.SetAsync(DueKind.Escalation, escalation.Id.Value, accepted.NextDue, cancellationToken);
        else
            await escalations.SaveAsync(session, accepted, clock, cancellationToken);
    }

    /// <summary>The conference's own next step: the chair's digest, then its end.</summary>
    public async Task ConferenceAsync(
        IStoreSession session, Conference conference, RuleClock clock, CancellationToken cancellationToken)
    {
        var accepted = (Decision<Conference>.Accepted)ChairDigests.Decide(conference, clock);
        await session.Dues.SetAsync(DueKind.Conference, conference.Id.Value, accepted.NextDue, cancellationToken);
        if (accepted.NextDue is null) await CardChanges.OfSubjectAsync(session, conference.Id.Value, cancellationToken);
        await telling.TellAsync(session, accepted.Notices, clock, cancellationToken);
    }

    /// <summary>Everything of one conference, after its calendar event or its people have changed.</summary>
    public async Task AllAsync(
        IStoreSession session, Conference conference, RuleClock clock, CancellationToken cancellationToken)
    {
        foreach (var task in await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken))
        {
            await CardChanges.OfSubjectAsync(session, task.Id.Value, cancellationToken);
            await TellAfterAllAsync(session, task.Id.Value, cancellationToken);
            await TaskAsync(session, conference, task, clock, cancellationToken);
        }

        foreach (var flag in await session.Flags.OfConferenceAsync(conference.Id, cancellationToken))
        {
            await CardChanges.OfSubjectAsync(session, flag.Id.Value, cancellationToken);
            await TellAfterAllAsync(session, flag.Id.Value, cancellationToken);
            await FlagAsync(session, conference, flag, clock, cancellationToken);
        }

        foreach (var escalation in await session.Escalations.OfConferenceAsync(conference.Id, cancellationToken))
            await CardChanges.OfSubjectAsync(session, escalation.Id.Value, cancellationToken);
        await CardChanges.OfSubjectAsync(session, conference.Id.Value, cancellationToken);
        await ConferenceAsync(session, conference, clock, cancellationToken);
    }

    /// <summary>
    /// Cards that were not needed when their turn to be sent came, as while the conference was cancelled, are looked at again: what is still
    /// open is told after all, and what is not is left out once more.
    /// </summary>
    private static async Task TellAfterAllAsync(IStoreSession session, Guid subject, CancellationToken cancellationToken)
    {
        foreach (var copy in await session.Cards.OfSubjectAsync(subject, cancellationToken))
            if (copy is { PutAway: null, ActivityId: null, Parent: null, Lost: false }
                && await session.Deliveries.OfCardAsync(copy.Id, cancellationToken) is { State: DeliveryState.NotNeeded } unsent)
                await session.Deliveries.SaveAsync(unsent with { State = DeliveryState.Pending }, cancellationToken);
    }
}
