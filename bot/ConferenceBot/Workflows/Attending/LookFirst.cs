using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Replies;

namespace ConferenceBot.Workflows;

/// <summary>What an administrator's press needs of calendar and directory before its transaction begins; nothing for anybody else's.</summary>
internal sealed class LookFirst(IStore store, CalendarSource calendar, LookAgain again, AttendeeKeys keys, IPeople people)
{
    /// <returns>The address behind a row, for this look alone; null for every other action.</returns>
    /// <exception cref="CalendarAwayException">Calendar or directory could not be read.</exception>
    public async Task<string?> BeforeAsync(Actor actor, Reply? reply, Guid card, CancellationToken cancellationToken)
    {
        if (reply is not (ShowWho or LookAtPeopleAgain) || !people.Administrators(actor.Council).Contains(actor.Person)) return null;
        var copy = await store.ReadAsync(actor.Council, session => session.Cards.FindAsync(card, cancellationToken), cancellationToken);
        if (copy is not { PutAway: null, Conference: { } conference } || copy.Person != actor.Person) return null;
        if (reply is ShowWho && copy.Kind == CardKind.Attendee) return await WhoAsync(actor.Council, copy, conference, cancellationToken);
        if (reply is LookAtPeopleAgain && copy.Kind == CardKind.People)
            await again.LookAsync(actor.Council, conference, cancellationToken);
        return null;
    }

    private async Task<string?> WhoAsync(CouncilKey council, CardCopy copy, ConferenceId conference, CancellationToken cancellationToken)
    {
        var (attendee, events) = await store.ReadAsync(council, async session => (
            await session.Attendees.FindAsync(copy.Subject, cancellationToken),
            await calendar.EventsOfAsync(session, conference, cancellationToken)), cancellationToken);
        if (attendee is not { Attendee: var one } || attendee.Value.Conference != conference) return null;
        foreach (var (mailbox, eventId, _) in events)
            if (await calendar.ReadEventAsync(council, mailbox, eventId, cancellationToken) is { } seen
                && seen.People.FirstOrDefault(address => keys.OfAddress(council, address) == one.Key) is { } who)
                return who;
        return null;
    }
}
