using System.Linq.Expressions;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class CardCopyRows(StoreSession session) : ICardRows
{
    public async Task<CardCopy?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await session.FindAsync<CardCopyRow>(cancellationToken, id))?.ToCopy();

    public Task<IReadOnlyList<CardCopy>> OfSubjectAsync(Guid subject, CancellationToken cancellationToken) =>
        WhereAsync(c => c.Subject == subject, int.MaxValue, cancellationToken);

    public Task<IReadOnlyList<CardCopy>> OfParentAsync(Guid parent, CancellationToken cancellationToken) =>
        WhereAsync(c => c.Parent == parent, int.MaxValue, cancellationToken);

    public Task<IReadOnlyList<CardCopy>> OutOfDateAsync(int atMost, CancellationToken cancellationToken) =>
        WhereAsync(c => c.Behind, atMost, cancellationToken);

    public Task<IReadOnlyList<CardCopy>> TextToHideAsync(DateTimeOffset machineNow, CancellationToken cancellationToken) =>
        WhereAsync(c => c.HideTextAt <= machineNow, int.MaxValue, cancellationToken);

    public async Task SaveAsync(CardCopy copy, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<CardCopyRow>(cancellationToken, copy.Id);
        if (row is null)
            session.Add(row = new CardCopyRow
            {
                Council = session.Key,
                Id = copy.Id,
                Sequence = await session.NextSequenceAsync(cancellationToken),
            });
        row.Take(copy);
        session.Changed();
    }

    private async Task<IReadOnlyList<CardCopy>> WhereAsync(
        Expression<Func<CardCopyRow, bool>> which, int atMost, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<CardCopyRow>(cancellationToken);
        var copies = await rows.Where(which)
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Sequence).Take(atMost)
            .ToListAsync(cancellationToken);
        return [.. copies.Select(c => c.ToCopy())];
    }
}
