using ConferenceBot.Domain;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class EscalationRows(StoreSession session) : IEscalationRows
{
    public async Task<Escalation?> FindAsync(EscalationId id, CancellationToken cancellationToken) =>
        (await session.FindAsync<EscalationRow>(cancellationToken, id.Value))?.ToEscalation();

    public async Task<IReadOnlyList<Escalation>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<EscalationRow>(cancellationToken);
        var escalations = await rows.Where(e => e.Conference == conference.Value)
            .OrderBy(e => e.RaisedAt).ThenBy(e => e.Sequence)
            .ToListAsync(cancellationToken);
        return [.. escalations.Select(e => e.ToEscalation())];
    }

    public async Task SaveAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        session.MustOwn(escalation.Council);
        var row = await session.SubjectAsync<EscalationRow>(escalation.Id.Value, escalation.Version, cancellationToken);
        if (row is null)
            session.Add(row = new EscalationRow
            {
                Council = session.Key,
                Id = escalation.Id.Value,
                Sequence = await session.NextSequenceAsync(cancellationToken),
            });
        row.Take(escalation);
        session.Changed();
    }
}
