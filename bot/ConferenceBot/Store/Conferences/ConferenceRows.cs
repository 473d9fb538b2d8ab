using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed partial class ConferenceRows(StoreSession session) : IConferenceRows
{
    public async Task<Conference?> FindAsync(ConferenceId id, CancellationToken cancellationToken) =>
        (await RowAsync(id, cancellationToken))?.ToConference();

    public async Task<IReadOnlyList<Conference>> ComingForAsync(PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ConferenceRow>(cancellationToken);
        var coming = await rows.Include(c => c.Participants)
            .Where(c => c.Status == ConferenceStatus.Planned && c.EndsAt > now)
            .Where(c => c.Chair == person.Value || c.Participants.Any(p => p.Person == person.Value))
            .OrderBy(c => c.StartsAt).ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return [.. coming.Select(c => c.ToConference())];
    }

    public async Task<IReadOnlyList<Conference>> ComingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ConferenceRow>(cancellationToken);
        var coming = await rows.Include(c => c.Participants)
            .Where(c => c.Status == ConferenceStatus.Planned && c.EndsAt > now)
            .OrderBy(c => c.StartsAt).ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return [.. coming.Select(c => c.ToConference())];
    }

    public async Task<DateTimeOffset?> UnderWayUntilAsync(PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ConferenceRow>(cancellationToken);
        var ends = await rows
            .Where(c => c.Status == ConferenceStatus.Planned && c.StartsAt <= now && c.EndsAt > now)
            .Where(c => c.Chair == person.Value || c.Participants.Any(p => p.Person == person.Value))
            .Select(c => (DateTimeOffset?)c.EndsAt)
            .ToListAsync(cancellationToken);
        return ends.Max();
    }

    public async Task SaveAsync(Conference conference, CancellationToken cancellationToken)
    {
        session.MustOwn(conference.Council);
        var row = await RowAsync(conference.Id, cancellationToken);
        if (row is null) session.Add(row = new ConferenceRow { Council = session.Key, Id = conference.Id.Value });
        row.Take(conference);
        session.Changed();
    }

    private async Task<ConferenceRow?> RowAsync(ConferenceId id, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<ConferenceRow>(cancellationToken);
        return await rows.Include(c => c.Participants).SingleOrDefaultAsync(c => c.Id == id.Value, cancellationToken);
    }
}
