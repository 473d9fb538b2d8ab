using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>
/// Looks whether the people of coming conferences still have an account and are away, writes that down, and does what follows: who stands in is
/// asked of what waits for somebody who is away, and an administrator is told once of an author who is not reached.
/// </summary>
internal sealed class LookAtPeople(IStore store, IPeople people, IRuleClocks clocks, TellOfRemoval removal, Reconsider reconsider)
{
    private const int AtOnce = 100;

    /// <summary>Everybody of the council's coming conferences and of what is open about them.</summary>
    /// <exception cref="CalendarAwayException">The directory could not be read; what was read before that is kept.</exception>
    public async Task RunAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        await people.RefreshAsync(council, cancellationToken);
        var who = await store.ReadAsync(council, session => ConcernedAsync(session, clocks.Of(council).Now, cancellationToken), cancellationToken);
        foreach (var some in who.Chunk(AtOnce)) await AtAsync(council, [.. some], cancellationToken);
    }

    /// <summary>Looks at these people and writes down what has changed; nothing is written when nothing has.</summary>
    /// <exception cref="CalendarAwayException">The directory could not be read.</exception>
    public async Task AtAsync(CouncilKey council, ImmutableArray<PersonId> some, CancellationToken cancellationToken)
    {
        var found = await people.LookAtAsync(council, some, cancellationToken);
        var news = await store.ReadAsync(council, async session =>
        {
            var list = new List<PersonStanding>();
            foreach (var one in found)
                if (await IsNewsAsync(session, one, clocks.Of(council).Now, cancellationToken)) list.Add(one);
            return list;
        }, cancellationToken);
        if (news.Count == 0) return;
        await store.WriteAsync(council, async session =>
        {
            foreach (var one in news) await NoteAsync(session, one, clocks.Of(council), cancellationToken);
            return true;
        }, cancellationToken);
    }

    private static async Task<ImmutableArray<PersonId>> ConcernedAsync(IStoreSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var who = new HashSet<PersonId>();
        foreach (var conference in await session.Conferences.ComingAsync(now, cancellationToken))
        {
            if (conference.Chair is { } chair) who.Add(chair);
            who.UnionWith(conference.Participants.Select(p => p.Person));
            foreach (var flag in await session.Flags.OfConferenceAsync(conference.Id, cancellationToken))
                who.UnionWith(flag.To is { } to ? [to, .. flag.PassedTo] : flag.PassedTo);
            foreach (var escalation in await session.Escalations.OfConferenceAsync(conference.Id, cancellationToken))
                who.UnionWith(escalation.Ladder);
        }
        return [.. who];
    }

    /// <summary>Whether there may be something to write: a change, or somebody who is not reached and may owe something new.</summary>
    private static async Task<bool> IsNewsAsync(IStoreSession session, PersonStanding one, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reach = await session.People.FindAsync(one.Person, cancellationToken) ?? Unmet(one.Person);
        return After(reach, one) != reach || reach.IsAwayAt(now);
    }

    private async Task NoteAsync(IStoreSession session, PersonStanding one, RuleClock clock, CancellationToken cancellationToken)
    {
        var before = await session.People.FindAsync(one.Person, cancellationToken) ?? Unmet(one.Person);
        var after = After(before, one);
        if (after != before) await session.People.SaveAsync(after, cancellationToken);
        foreach (var conference in await session.Conferences.ComingForAsync(one.Person, clock.Now, cancellationToken))
        {
            foreach (var task in await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken))
                if (task.Author == one.Person) await TellAsync(session, conference, task, before, after, clock, cancellationToken);
            foreach (var flag in await session.Flags.OfConferenceAsync(conference.Id, cancellationToken))
                if (flag.To == one.Person && (after != before || flag is { IsOpen: true, AddresseeAway: false })) await reconsider.FlagAsync(session, conference, flag, clock, cancellationToken);
        }
    }

    /// <summary>Each administrator is told once why; what they were shown of it follows what has changed.</summary>
    private async Task TellAsync(
        IStoreSession session, Conference conference, ReportTask task, Reach before, Reach after, RuleClock clock, CancellationToken cancellationToken)
    {
        if (after != before)
            foreach (var copy in await session.Cards.OfSubjectAsync(task.Id.Value, cancellationToken))
                if (copy is { PutAway: null, Kind: CardKind.AdministratorItem }) await CardChanges.SaveChangedAsync(session, copy, cancellationToken);
        if (after.WhyNotReached(clock.Now) is not { } why || after is { Removed: true, Standing: Standing.Here }) return;
        await removal.TellAsync(session, conference, task, why, after.Absence?.Until, cancellationToken);
    }

    private static Reach After(Reach reach, PersonStanding one) => reach with { Standing = one.Standing, Absence = one.Believed(reach.Absence) };

    private static Reach Unmet(PersonId person) => new(person, null, null, null, null);
}
