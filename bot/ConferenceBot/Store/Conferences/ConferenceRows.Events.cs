using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed partial class ConferenceRows
{
    public async Task<ConferenceId?> FindByEventAsync(string mailbox, string eventId, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<CalendarEventRow>(cancellationToken, mailbox, eventId);
        return row is null ? null : new ConferenceId(row.Conference);
    }

    public async Task<ConferenceId?> FindByICalUIdAsync(string iCalUId, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<CalendarEventRow>(cancellationToken);
        var row = await rows.Where(e => e.ICalUId == iCalUId)
            .OrderBy(e => e.Mailbox).ThenBy(e => e.EventId)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new ConferenceId(row.Conference);
    }

    public async Task<IReadOnlyList<CalendarCopy>> CopiesAsync(ConferenceId conference, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<CalendarEventRow>(cancellationToken);
        var found = await rows.Where(e => e.Conference == conference.Value).OrderBy(e => e.Mailbox).ThenBy(e => e.EventId).ToListAsync(cancellationToken);
        return [.. found.Select(e => e.ToCopy())];
    }

    public async Task KeepCopyAsync(CalendarCopy copy, CancellationToken cancellationToken)
    {
        if (await session.FindAsync<CalendarEventRow>(cancellationToken, copy.Mailbox, copy.EventId) is not { } row) return;
        row.Take(copy);
        session.Changed();
    }

    public async Task<IReadOnlyList<LinkedEvent>> EventsOfAsync(ConferenceId conference, CancellationToken cancellationToken)
    {
        var copies = CalendarCopies.InOrder(await CopiesAsync(conference, cancellationToken));
        return [.. copies.Select(copy => new LinkedEvent(copy.Mailbox, copy.EventId, conference))];
    }

    public async Task TouchEventAsync(string mailbox, string eventId, int round, CancellationToken cancellationToken)
    {
        if (await session.FindAsync<CalendarEventRow>(cancellationToken, mailbox, eventId) is not { } row) return;
        row.Round = round;
        session.Changed();
    }

    public async Task LinkEventAsync(
        string mailbox, string eventId, string iCalUId, ConferenceId conference, int round, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<CalendarEventRow>(cancellationToken, mailbox, eventId);
        if (row is null)
            session.Add(new CalendarEventRow
            {
                Council = session.Key,
                Mailbox = mailbox,
                EventId = eventId,
                ICalUId = iCalUId,
                Conference = conference.Value,
                Round = round,
            });
        else (row.ICalUId, row.Conference, row.Round) = (iCalUId, conference.Value, round);
        session.Changed();
    }

    public async Task<bool> UnlinkEventAsync(string mailbox, string eventId, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<CalendarEventRow>(cancellationToken, mailbox, eventId);
        if (row is null) return false;
        await session.RemoveAsync(row, cancellationToken);
        var rows = await session.RowsAsync<CalendarEventRow>(cancellationToken);
        return !await rows.AnyAsync(e => e.Conference == row.Conference, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> EventsNotSeenAsync(string mailbox, int round, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<CalendarEventRow>(cancellationToken);
        return await rows.Where(e => e.Mailbox == mailbox && e.Round < round)
            .OrderBy(e => e.EventId).Select(e => e.EventId)
            .ToListAsync(cancellationToken);
    }
}
