using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class RecordRows(StoreSession session) : IRecordRows
{
    public async Task<IReadOnlyList<Conference>> ConferencesAsync(int atMost, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ConferenceRow>(cancellationToken);
        var found = await rows.Include(c => c.Participants).AsSplitQuery().OrderByDescending(c => c.StartsAt).ThenBy(c => c.Id).Take(atMost)
            .ToListAsync(cancellationToken);
        return [.. found.Select(c => c.ToConference()).Reverse()];
    }

    public async Task<IReadOnlyList<LinkedEvent>> EventsAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync<CalendarEventRow>(cancellationToken)).Select(e => new LinkedEvent(e.Mailbox, e.EventId, new ConferenceId(e.Conference)))];

    public async Task<IReadOnlyList<ReportTask>> TasksAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync<ReportTaskRow>(cancellationToken)).Select(t => t.ToTask())];

    public async Task<IReadOnlyDictionary<Guid, ConferenceId>> SubjectsAsync(CancellationToken cancellationToken)
    {
        var flags = (await AllAsync<RiskFlagRow>(cancellationToken)).Select(f => (f.Id, f.Conference));
        var escalations = (await AllAsync<EscalationRow>(cancellationToken)).Select(e => (e.Id, e.Conference));
        return flags.Concat(escalations).ToDictionary(s => s.Id, s => new ConferenceId(s.Conference));
    }

    public async Task<IReadOnlyList<RecordedNotice>> NoticesAsync(int atMost, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<NoticeRow>(cancellationToken);
        var found = await rows.OrderByDescending(n => n.Sequence).Take(atMost).ToListAsync(cancellationToken);
        return [.. found.Select(n => new RecordedNotice(n.ToNotice(), n.At, n.Waiting, n.ToldBy)).Reverse()];
    }

    public async Task<IReadOnlyList<RecordedDelivery>> DeliveriesAsync(int atMost, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DeliveryRow>(cancellationToken);
        var newest = rows.OrderByDescending(d => d.Sequence).Take(atMost);
        var found = await newest.ToListAsync(cancellationToken);
        var copies = await (await session.RowsAsync<CardCopyRow>(cancellationToken)).Where(c => newest.Any(d => d.Card == c.Id))
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. found.Select(d => new RecordedDelivery(d.ToDelivery(), copies.GetValueOrDefault(d.Card)?.ToCopy())).Reverse()];
    }

    public async Task<IReadOnlyList<RecordedAct>> ActsAsync(int atMost, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<AuditRow>(cancellationToken);
        var found = await rows.OrderByDescending(a => a.At).ThenByDescending(a => a.Chain).ThenByDescending(a => a.Sequence).Take(atMost)
            .ToListAsync(cancellationToken);
        return [.. found.Select(Act).Reverse()];
    }

    public async Task<IReadOnlyList<Due>> DuesAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync<DueRow>(cancellationToken)).Select(d => d.ToDue()).OrderBy(d => d.At)];

    private static RecordedAct Act(AuditRow row) => new(
        new AuditEntry(
            row.Chain == Guid.Empty ? null : row.Chain, row.Act, row.Actor is { } actor ? new PersonId(actor) : null, row.Card, row.At),
        row.Sequence);

    private async Task<List<T>> AllAsync<T>(CancellationToken cancellationToken) where T : StoredRow =>
        await (await session.RowsAsync<T>(cancellationToken)).ToListAsync(cancellationToken);
}
