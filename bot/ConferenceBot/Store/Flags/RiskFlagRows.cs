using ConferenceBot.Domain;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class RiskFlagRows(StoreSession session) : IFlagRows
{
    public async Task<RiskFlag?> FindAsync(FlagId id, CancellationToken cancellationToken) =>
        (await session.FindAsync<RiskFlagRow>(cancellationToken, id.Value))?.ToFlag();

    public async Task<IReadOnlyList<RiskFlag>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<RiskFlagRow>(cancellationToken);
        var flags = await rows.Where(f => f.Conference == conference.Value)
            .OrderBy(f => f.RaisedAt).ThenBy(f => f.Sequence)
            .ToListAsync(cancellationToken);
        return [.. flags.Select(f => f.ToFlag())];
    }

    public async Task SaveAsync(RiskFlag flag, CancellationToken cancellationToken)
    {
        session.MustOwn(flag.Council);
        var row = await session.SubjectAsync<RiskFlagRow>(flag.Id.Value, flag.Version, cancellationToken);
        if (row is null)
            session.Add(row = new RiskFlagRow
            {
                Council = session.Key,
                Id = flag.Id.Value,
                Sequence = await session.NextSequenceAsync(cancellationToken),
            });
        row.Take(flag);
        session.Changed();
    }
}
