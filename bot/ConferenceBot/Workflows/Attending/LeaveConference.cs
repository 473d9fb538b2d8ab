using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Workflows;

/// <summary>
/// Somebody turned out not to be a professional in a conference: what they were shown of it by their office, as a manager, deputy or
/// administrator, is put away in place, and what waits for them is passed on at the next tick.
/// </summary>
internal sealed class LeaveConference(AttendeeKeys keys)
{
    /// <param name="people">Keys of the people who leave.</param>
    public async Task LeaveAsync(
        IStoreSession session, Conference conference, IReadOnlySet<string> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (people.Count == 0) return;
        foreach (var flag in await session.Flags.OfConferenceAsync(conference.Id, cancellationToken))
        {
            await PutAwayAsync(session, flag.Id.Value, people, cancellationToken);
            if (flag is { State: FlagState.Sent, PassedOnAt: null, To: { } to } && people.Contains(keys.OfPerson(session.Council, to)))
                await session.Dues.SetAsync(DueKind.Flag, flag.Id.Value, now, cancellationToken);
        }

        foreach (var escalation in await session.Escalations.OfConferenceAsync(conference.Id, cancellationToken))
        {
            await PutAwayAsync(session, escalation.Id.Value, people, cancellationToken);
            if (escalation.State == EscalationState.Asked && people.Contains(keys.OfPerson(session.Council, escalation.Manager)))
                await session.Dues.SetAsync(DueKind.Escalation, escalation.Id.Value, now, cancellationToken);
        }

        foreach (var task in await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken))
            await PutAwayAsync(session, task.Id.Value, people, cancellationToken);
    }

    /// <summary>A prompt is left alone: it follows its report, which is withdrawn, and comes back with it.</summary>
    private async Task PutAwayAsync(IStoreSession session, Guid subject, IReadOnlySet<string> people, CancellationToken cancellationToken)
    {
        foreach (var copy in await session.Cards.OfSubjectAsync(subject, cancellationToken))
            if (copy is { PutAway: null, Kind: not Domain.Notices.CardKind.Prompt } && people.Contains(keys.OfPerson(session.Council, copy.Person)))
                await CardChanges.SaveChangedAsync(session, copy with { PutAway = PutAway.NoLongerInvited }, cancellationToken);
    }
}
