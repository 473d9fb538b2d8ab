using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Workflows;

/// <summary>
/// Reads one conference's event and its people again, now: because an administrator asks, because something was said of an attendee, and once a
/// day, since somebody can join or leave a group or the council while their event never changes.
/// </summary>
internal sealed class LookAgain(IStore store, IRuleClocks clocks, ICalendarReader calendar, IInvitedPeople people, SeeEvent events)
{
    private static readonly TimeSpan WhenAway = TimeSpan.FromMinutes(15);

    /// <summary>Early in the morning: everybody who is to be asked that day is known by then.</summary>
    private static readonly TimeOnly Daily = new(6, 0);

    /// <summary>A look of the plan: when calendar or directory are away it is tried again later, and the mailbox says so.</summary>
    /// <returns>False when they were away.</returns>
    public async Task<bool> DueAsync(CouncilKey council, ConferenceId conference, bool away, CancellationToken cancellationToken)
    {
        var looked = false;
        try
        {
            if (!away)
            {
                await LookAsync(council, conference, cancellationToken);
                looked = true;
            }
        }
        catch (CalendarAwayException)
        {
            looked = false;
        }

        await store.WriteAsync(council, async session =>
        {
            var clock = clocks.Of(council);
            var coming = await session.Conferences.FindAsync(conference, cancellationToken) is { } found && IsComing(found, clock);
            await session.Dues.SetAsync(
                DueKind.LookAgain, conference.Value, !coming ? null : looked ? Next(clock) : clock.Now + WhenAway, cancellationToken);
            return true;
        }, cancellationToken);
        return looked;
    }

    /// <exception cref="CalendarAwayException">Calendar or directory could not be read; nothing was changed.</exception>
    public async Task LookAsync(CouncilKey council, ConferenceId conference, CancellationToken cancellationToken)
    {
        var linked = await store.ReadAsync(council, async session =>
            await session.Conferences.FindAsync(conference, cancellationToken) is { } found && IsComing(found, clocks.Of(council))
                ? await session.Conferences.EventsOfAsync(conference, cancellationToken)
                : [], cancellationToken);
        foreach (var (mailbox, eventId, _) in linked)
        {
            if (await calendar.ReadEventAsync(council, mailbox, eventId, cancellationToken) is not { } seen) continue;
            ImmutableArray<KnownAddress> known = seen is { Recognised: not null, Cancelled: false, People.IsEmpty: false }
                ? await people.KnowAsync(council, seen.People, cancellationToken)
                : [];
            await store.WriteAsync(council, async session =>
            {
                // What was read may have been overtaken: an event that is no longer linked is the calendar's affair.
                if (await session.Conferences.FindByEventAsync(mailbox, seen.Id, cancellationToken) == conference
                    && await session.Mailboxes.FindAsync(mailbox, cancellationToken) is { } bookmark)
                    await events.SeeAsync(session, bookmark, seen, known, clocks.Of(council), cancellationToken);
                return true;
            }, cancellationToken);
            return;
        }
    }

    /// <summary>The next morning's look, the same instant for all.</summary>
    public static DateTimeOffset Next(RuleClock clock) => clock.Calendar.At(clock.Today.AddDays(1), Daily);

    public static bool IsComing(Conference conference, RuleClock clock) =>
        conference.Status == ConferenceStatus.Planned && clock.Now < conference.Slot.Start;
}
