using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>
/// Where somebody has removed the bot, what they owe does not wait for them: an administrator is asked to ring for their reports, and what
/// is unread or undecided with them is looked at again at once and passed on. An item is closed when they are back.
/// </summary>
internal sealed class TellOfRemoval(Telling telling, IPeople people, IRuleClocks clocks, NotHere barred)
{
    public async Task TellAsync(IStoreSession session, Actor actor, CancellationToken cancellationToken)
    {
        var clock = clocks.Of(actor.Council);
        foreach (var (conference, task) in await TasksAsync(session, actor, cancellationToken))
            await telling.TellAsync(
                session, NotReached.Decide(conference, task, await AdministratorsAsync(session, conference, cancellationToken), clock), clock, cancellationToken);
    }

    /// <summary>Each administrator is told once why an author is not reached otherwise.</summary>
    /// <param name="until">When somebody who is away is back.</param>
    public async Task TellAsync(
        IStoreSession session, Conference conference, ReportTask task, AdministratorMatter why, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var clock = clocks.Of(session.Council);
        await telling.TellAsync(
            session, NotReached.Decide(conference, task, why, until, await AdministratorsAsync(session, conference, cancellationToken), clock), clock,
            cancellationToken);
    }

    /// <summary>
    /// What waits for this person as a chair or manager becomes due now: the next tick passes it on, and tries again should it not know yet to whom.
    /// </summary>
    public async Task PassOnAsync(IStoreSession session, Actor actor, CancellationToken cancellationToken)
    {
        var clock = clocks.Of(actor.Council);
        foreach (var conference in await session.Conferences.ComingAsync(clock.Now - TimeSpan.FromDays(clock.Procedure.EscalationAfterDays), cancellationToken))
        {
            foreach (var flag in await session.Flags.OfConferenceAsync(conference.Id, cancellationToken))
                if (flag is { State: FlagState.Sent, PassedOnAt: null } && flag.To == actor.Person)
                    await session.Dues.SetAsync(DueKind.Flag, flag.Id.Value, clock.Now, cancellationToken);
            foreach (var escalation in await session.Escalations.OfConferenceAsync(conference.Id, cancellationToken))
                if (escalation.State == EscalationState.Asked && escalation.Manager == actor.Person)
                    await session.Dues.SetAsync(DueKind.Escalation, escalation.Id.Value, clock.Now, cancellationToken);
        }
    }

    /// <summary>The person has the bot again: what the administrators see of it says so.</summary>
    public async Task TakeBackAsync(IStoreSession session, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var (_, task) in await TasksAsync(session, actor, cancellationToken))
        foreach (var copy in await session.Cards.OfSubjectAsync(task.Id.Value, cancellationToken))
            if (copy is { PutAway: null, Kind: CardKind.AdministratorItem })
                await CardChanges.SaveChangedAsync(session, copy, cancellationToken);
    }

    private Task<ImmutableArray<PersonId>> AdministratorsAsync(IStoreSession session, Conference conference, CancellationToken cancellationToken) =>
        barred.WithoutAsync(session, conference.Id, people.Administrators(session.Council), cancellationToken);

    private async Task<IReadOnlyList<(Conference, ReportTask)>> TasksAsync(
        IStoreSession session, Actor actor, CancellationToken cancellationToken)
    {
        var found = new List<(Conference, ReportTask)>();
        foreach (var conference in await session.Conferences.ComingForAsync(actor.Person, clocks.Of(actor.Council).Now, cancellationToken))
        foreach (var task in await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken))
            if (task.Author == actor.Person) found.Add((conference, task));
        return found;
    }
}
