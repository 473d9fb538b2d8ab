using ConferenceBot.Domain;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class ReportTaskRows(StoreSession session) : ITaskRows
{
    public async Task<ReportTask?> FindAsync(ReportTaskId id, CancellationToken cancellationToken) =>
        (await session.FindAsync<ReportTaskRow>(cancellationToken, id.Value))?.ToTask();

    public async Task<IReadOnlyList<ReportTask>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ReportTaskRow>(cancellationToken);
        var tasks = await rows.Where(t => t.Conference == conference.Value)
            .OrderBy(t => t.InvitedAt).ThenBy(t => t.Id)
            .ToListAsync(cancellationToken);
        return [.. tasks.Select(t => t.ToTask())];
    }

    public async Task SaveAsync(ReportTask task, CancellationToken cancellationToken)
    {
        session.MustOwn(task.Council);
        var row = await session.SubjectAsync<ReportTaskRow>(task.Id.Value, task.Version, cancellationToken);
        if (row is null) session.Add(row = new ReportTaskRow { Council = session.Key, Id = task.Id.Value });
        row.Take(task);
        session.Changed();
    }
}
