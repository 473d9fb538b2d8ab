using ConferenceBot.Workflows;

namespace ConferenceBot.Store;

internal sealed class AuditLog(StoreSession session, AuditSeal seal) : IAuditLog
{
    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var chain = entry.Subject ?? Guid.Empty;
        var head = await session.FindAsync<AuditHeadRow>(cancellationToken, chain);
        if (head is null) session.Add(head = new AuditHeadRow { Council = session.Key, Chain = chain });
        var row = new AuditRow
        {
            Council = session.Key,
            Chain = chain,
            Sequence = head.Sequence + 1,
            Act = entry.Act,
            Actor = entry.Actor?.Value,
            Card = entry.Card,
            At = entry.At,
        };
        row.Hmac = seal.Link(head.Sequence == 0 ? AuditSeal.Start : head.Hmac, row);
        session.Add(row);
        (head.Sequence, head.Hmac) = (row.Sequence, row.Hmac);
        head.Seal = seal.Seal(head);
        session.Changed();
    }
}
