using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class DueRows(StoreSession session) : IDueRows
{
    public async Task SetAsync(DueKind kind, Guid id, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<DueRow>(cancellationToken, kind, id);
        if (at is null)
        {
            if (row is not null) await session.RemoveAsync(row, cancellationToken);
            return;
        }

        if (row is null) session.Add(row = new DueRow { Council = session.Key, Kind = kind, Id = id });
        (row.At, row.Failures, row.RestUntil) = (at.Value, 0, null);
        session.Changed();
    }

    public async Task<DateTimeOffset?> AtAsync(DueKind kind, Guid id, CancellationToken cancellationToken) =>
        (await session.FindAsync<DueRow>(cancellationToken, kind, id))?.At;

    public Task<IReadOnlyList<Due>> AtOrBeforeAsync(
        DateTimeOffset now, DateTimeOffset machineNow, int atMost, CancellationToken cancellationToken) =>
        AtOrBeforeAsync(looks: false, now, machineNow, atMost, cancellationToken);

    public Task<IReadOnlyList<Due>> LooksAtOrBeforeAsync(
        DateTimeOffset now, DateTimeOffset machineNow, int atMost, CancellationToken cancellationToken) =>
        AtOrBeforeAsync(looks: true, now, machineNow, atMost, cancellationToken);

    private async Task<IReadOnlyList<Due>> AtOrBeforeAsync(
        bool looks, DateTimeOffset now, DateTimeOffset machineNow, int atMost, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DueRow>(cancellationToken);
        var due = await rows.Where(d => d.Kind == DueKind.LookAgain == looks).Where(d => d.At <= now && (d.RestUntil == null || d.RestUntil <= machineNow))
            .OrderBy(d => d.At).ThenBy(d => d.Kind).ThenBy(d => d.Id).Take(atMost)
            .ToListAsync(cancellationToken);
        return [.. due.Select(d => d.ToDue())];
    }

    /// <remarks>Counts nothing when the obligation was settled or requeued in the meantime: the failure was another instant's.</remarks>
    public async Task FailedAsync(Due due, DateTimeOffset restUntil, CancellationToken cancellationToken)
    {
        session.MustWrite();
        var row = await session.FindAsync<DueRow>(cancellationToken, due.Kind, due.Id);
        if (row is null || row.At != due.At) return;
        (row.Failures, row.RestUntil) = (row.Failures + 1, restUntil);
        session.Changed();
    }

    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DueRow>(cancellationToken);
        return (await rows.OrderBy(d => d.At).FirstOrDefaultAsync(cancellationToken))?.At;
    }

    public async Task<DateTimeOffset?> NextTellingAsync(CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DueRow>(cancellationToken);
        return (await rows.Where(d => d.Kind != DueKind.LookAgain).OrderBy(d => d.At).FirstOrDefaultAsync(cancellationToken))?.At;
    }

    public async Task<int> FailingAsync(CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DueRow>(cancellationToken);
        return await rows.CountAsync(d => d.Failures > 0, cancellationToken);
    }

    public async Task<int> WithoutCalendarAsync(IReadOnlyList<string> mailboxes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var events = await session.RowsAsync<CalendarEventRow>(cancellationToken);
        var conferences = await session.RowsAsync<ConferenceRow>(cancellationToken);
        return await conferences.CountAsync(
            c => c.Status == ConferenceStatus.Planned && c.EndsAt > now && !events.Any(e => e.Conference == c.Id && mailboxes.Contains(e.Mailbox)),
            cancellationToken);
    }

    public async Task<int> WithoutNextStepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var dues = await session.RowsAsync<DueRow>(cancellationToken);
        var tasks = await session.RowsAsync<ReportTaskRow>(cancellationToken);
        var conferences = await session.RowsAsync<ConferenceRow>(cancellationToken);
        return await conferences.CountAsync(
            c => c.Status == ConferenceStatus.Planned && c.EndsAt > now
                && !dues.Any(d => d.Kind == DueKind.Conference && d.Id == c.Id)
                && !tasks.Any(t => t.Conference == c.Id && dues.Any(d => d.Kind == DueKind.Task && d.Id == t.Id)),
            cancellationToken);
    }
}
