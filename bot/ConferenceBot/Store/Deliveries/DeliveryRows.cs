using System.Linq.Expressions;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

internal sealed class DeliveryRows(StoreSession session) : IDeliveryRows
{
    public Task<IReadOnlyList<CardDelivery>> PendingAsync(DateTimeOffset machineNow, int atMost, CancellationToken cancellationToken) =>
        WhereAsync(
            d => (d.State == DeliveryState.Pending || d.State == DeliveryState.AwaitingInstall) && d.NotBefore <= machineNow,
            atMost, cancellationToken);

    public Task<IReadOnlyList<CardDelivery>> OfPersonAsync(PersonId person, DeliveryState state, CancellationToken cancellationToken) =>
        WhereAsync(d => d.Person == person.Value && d.State == state, int.MaxValue, cancellationToken);

    /// <summary>The latest, where a card was delivered more than once.</summary>
    public async Task<CardDelivery?> OfCardAsync(Guid card, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DeliveryRow>(cancellationToken);
        return (await rows.Where(d => d.Card == card).OrderByDescending(d => d.Sequence).FirstOrDefaultAsync(cancellationToken))
            ?.ToDelivery();
    }

    /// <summary>Every state has a number, 0 included.</summary>
    public async Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DeliveryRow>(cancellationToken);
        var counts = await rows.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return Enum.GetValues<DeliveryState>().ToDictionary(s => s, s => counts.Find(c => c.Key == s)?.Count ?? 0);
    }

    public async Task SaveAsync(CardDelivery delivery, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<DeliveryRow>(cancellationToken, delivery.Id);
        if (row is null)
            session.Add(row = new DeliveryRow
            {
                Council = session.Key,
                Id = delivery.Id,
                Sequence = await session.NextSequenceAsync(cancellationToken),
            });
        row.Take(delivery);
        session.Changed();
    }

    private async Task<IReadOnlyList<CardDelivery>> WhereAsync(
        Expression<Func<DeliveryRow, bool>> which, int atMost, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<DeliveryRow>(cancellationToken);
        var deliveries = await rows.Where(which)
            .OrderBy(d => d.CreatedAt).ThenBy(d => d.Sequence).Take(atMost)
            .ToListAsync(cancellationToken);
        return [.. deliveries.Select(d => d.ToDelivery())];
    }
}
