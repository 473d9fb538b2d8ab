using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Workflows;

/// <summary>
/// Reads one conference's event and its people again, now: because an administrator asks, because something was said of an attendee, and once a
/// day, since somebody can join or leave a group or the council while their event never changes.
/// </summary>
internal sealed class LookAgain(IStore store, IRuleClocks clocks, CalendarSource calendar, SeeEvent events)
{
    /// <summary>A calendar that is read again and again while it is looked at has been looked at.</summary>
    private const int MostLooks = 3;

    private static readonly TimeSpan WhenAway = TimeSpan.FromMinutes(15);

    /// <summary>A look of the plan: when the calendar or the directory is away it is tried again later, and the mailbox says so.</summary>
    /// <param name="away">What was found away in this run is not asked again in it.</param>
    public async Task DueAsync(CouncilKey council, ConferenceId conference, AwayNow away, CancellationToken cancellationToken)
    {
        var looked = true;
        try
        {
            await LookAsync(council, conference, away, cancellationToken);
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
    }

    /// <exception cref="CalendarAwayException">Calendar or directory could not be read; nothing was changed.</exception>
    public Task LookAsync(CouncilKey council, ConferenceId conference, CancellationToken cancellationToken) =>
        LookAsync(council, conference, new AwayNow(), cancellationToken);

    private async Task LookAsync(CouncilKey council, ConferenceId conference, AwayNow away, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks; look++)
            if (await LookOnceAsync(council, conference, away, cancellationToken)) return;
    }

    /// <returns>False when the calendar was read in the meantime: what was looked at may be older than what is known by now.</returns>
    private async Task<bool> LookOnceAsync(CouncilKey council, ConferenceId conference, AwayNow away, CancellationToken cancellationToken)
    {
        var linked = await store.ReadAsync(council, async session =>
            await session.Conferences.FindAsync(conference, cancellationToken) is { } found && IsComing(found, clocks.Of(council))
                ? await calendar.EventsOfAsync(session, conference, cancellationToken)
                : [], cancellationToken);
        foreach (var (mailbox, eventId, _) in linked)
        {
            var before = await store.ReadAsync(council, s => s.Mailboxes.FindAsync(mailbox, cancellationToken), cancellationToken);
            var seen = await away.AskAsync(mailbox, () => calendar.ReadEventAsync(council, mailbox, eventId, cancellationToken));
            if (seen is null) continue;
            var known = await away.AskAsync(AwayNow.Directory, () => calendar.KnowAsync(council, seen, cancellationToken));
            return await store.WriteAsync(council, async session =>
            {
                if (await session.Mailboxes.FindAsync(mailbox, cancellationToken) is not { } bookmark) return true;
                if (bookmark.Link != before?.Link) return false;
                // An event that is no longer linked is the calendar's affair.
                if (await session.Conferences.FindByEventAsync(mailbox, seen.Id, cancellationToken) == conference)
                    await events.SeeAsync(session, bookmark, seen, known, clocks.Of(council), cancellationToken);
                return true;
            }, cancellationToken);
        }

        return true;
    }

    /// <summary>The next morning's look, the same instant for all.</summary>
    public static DateTimeOffset Next(RuleClock clock) => clock.Calendar.At(clock.Today.AddDays(1), clock.Procedure.LookAgainAt);

    public static bool IsComing(Conference conference, RuleClock clock) =>
        conference.Status == ConferenceStatus.Planned && clock.Now < conference.Slot.Start;
}

/// <summary>Which mailboxes were found away in one run, and whether the directory was: one that is slow to fail is waited for once, and keeps back no other.</summary>
internal sealed class AwayNow
{
    public const string Directory = "";

    private readonly Dictionary<string, CalendarAwayException> found = [];

    /// <exception cref="CalendarAwayException">It is away, or was a moment ago.</exception>
    public async Task<T> AskAsync<T>(string whom, Func<Task<T>> ask)
    {
        if (found.TryGetValue(whom, out var known)) throw known;
        try
        {
            return await ask();
        }
        catch (CalendarAwayException away)
        {
            found[whom] = away;
            throw;
        }
    }
}
