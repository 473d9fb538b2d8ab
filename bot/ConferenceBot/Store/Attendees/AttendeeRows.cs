using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.People;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class AttendeeRows(StoreSession session) : IAttendeeRows
{
    public async Task<IReadOnlyList<KnownAttendee>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(conference, cancellationToken)).Select(r => r.ToAttendee())];

    public async Task<(ConferenceId Conference, KnownAttendee Attendee)?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<AttendeeRow>(cancellationToken);
        return await rows.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is { } row
            ? (new ConferenceId(row.Conference), row.ToAttendee())
            : null;
    }

    public async Task SaveAsync(ConferenceId conference, IReadOnlyList<KnownAttendee> all, CancellationToken cancellationToken)
    {
        session.MustWrite();
        var rows = (await RowsAsync(conference, cancellationToken)).ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (var gone in rows.Values.Where(r => all.All(a => a.Key != r.Key)).ToList()) await session.RemoveAsync(gone, cancellationToken);
        foreach (var one in all)
        {
            if (!rows.TryGetValue(one.Key, out var row))
                session.Add(row = new AttendeeRow { Council = session.Key, Conference = conference.Value, Key = one.Key, Id = one.Id });
            row.Take(one);
        }

        session.Changed();
    }

    public async Task<IReadOnlyList<ConferenceId>> ComingOfAsync(
        IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<AttendeeRow>(cancellationToken);
        var conferences = await session.RowsAsync<ConferenceRow>(cancellationToken);
        var invited = rows.Where(r => keys.Contains(r.Key) || (r.PersonKey != null && keys.Contains(r.PersonKey))).Select(r => r.Conference);
        var ids = await conferences.Where(c => c.Status == ConferenceStatus.Planned && c.EndsAt > now && invited.Contains(c.Id))
            .OrderBy(c => c.StartsAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new ConferenceId(id))];
    }

    public async Task<IReadOnlyDictionary<string, int>> ComingCountsAsync(
        IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<AttendeeRow>(cancellationToken);
        var conferences = await session.RowsAsync<ConferenceRow>(cancellationToken);
        var coming = conferences.Where(c => c.Status == ConferenceStatus.Planned && c.EndsAt > now).Select(c => c.Id);
        return await rows.Where(r => keys.Contains(r.Key) && coming.Contains(r.Conference)).GroupBy(r => r.Key)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), StringComparer.Ordinal, cancellationToken);
    }

    /// <remarks>Those with somebody nobody was asked about come first.</remarks>
    public async Task<IReadOnlyList<ConferenceId>> WaitingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<AttendeeRow>(cancellationToken);
        var conferences = await session.RowsAsync<ConferenceRow>(cancellationToken);
        var waiting = rows.Where(r => r.Standing == AttendeeStanding.Waiting);
        var ids = await conferences.Where(c => c.Status == ConferenceStatus.Planned && c.StartsAt > now)
            .Where(c => waiting.Any(r => r.Conference == c.Id))
            .OrderBy(c => waiting.Any(r => r.Conference == c.Id && !r.Told) ? 0 : 1).ThenBy(c => c.StartsAt).ThenBy(c => c.Id)
            .Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new ConferenceId(id))];
    }

    public async Task<IReadOnlyList<Verdict>> VerdictsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return [];
        var rows = await session.RowsAsync<VerdictRow>(cancellationToken);
        var found = await rows.Where(v => keys.Contains(v.Key)).OrderBy(v => v.At).ThenBy(v => v.Key).ThenBy(v => v.Scope).ToListAsync(cancellationToken);
        return [.. found.Select(v => v.ToVerdict())];
    }

    public async Task DecideAsync(Verdict verdict, CancellationToken cancellationToken)
    {
        session.MustWrite();
        var row = await session.FindAsync<VerdictRow>(cancellationToken, verdict.Key, verdict.Scope);
        if (row is null) session.Add(row = new VerdictRow { Council = session.Key, Key = verdict.Key, Scope = verdict.Scope });
        (row.Decided, row.By, row.At) = (verdict.Decided, verdict.By.Value, verdict.At);
        (row.AgencyKey, row.AgencyName, row.AgencyKind) = (verdict.Agency?.Key, verdict.Agency?.Name, verdict.Agency?.Kind);
        session.Changed();
    }

    public async Task RevokeAsync(string key, string scope, CancellationToken cancellationToken)
    {
        session.MustWrite();
        if (await session.FindAsync<VerdictRow>(cancellationToken, key, scope) is { } row) await session.RemoveAsync(row, cancellationToken);
    }

    private async Task<List<AttendeeRow>> RowsAsync(ConferenceId conference, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<AttendeeRow>(cancellationToken);
        return await rows.Where(r => r.Conference == conference.Value).OrderBy(r => r.Place).ThenBy(r => r.Key).ToListAsync(cancellationToken);
    }
}
