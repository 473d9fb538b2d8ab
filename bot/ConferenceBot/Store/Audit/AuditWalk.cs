namespace ConferenceBot.Store;

/// <summary>Takes rows in order of chain and sequence and stops at the first that breaks its chain.</summary>
internal sealed class AuditWalk(AuditSeal seal, Dictionary<Guid, AuditHeadRow> heads)
{
    private readonly HashSet<Guid> _seen = [];
    private AuditRow? _last;

    public AuditBreak? Break { get; private set; }
    public long Rows { get; private set; }
    public int Chains => _seen.Count;

    /// <returns>False when the chain breaks here.</returns>
    public bool Step(AuditRow row)
    {
        if (_last is not null && _last.Chain != row.Chain && !EndChain(_last)) return false;
        Rows++;
        var before = _last?.Chain == row.Chain ? _last : null;
        _seen.Add(row.Chain);
        if (row.Sequence != (before?.Sequence ?? 0) + 1) return Found(row.Chain, row.Sequence, AuditFault.RowMissing);
        if (!AuditSeal.Same(seal.Link(before is null ? AuditSeal.Start : before.Hmac, row), row.Hmac))
            return Found(row.Chain, row.Sequence, AuditFault.RowAltered);
        _last = row;
        return true;
    }

    /// <summary>To be called once after the last row.</summary>
    public void End()
    {
        if (Break is not null || (_last is not null && !EndChain(_last))) return;
        foreach (var head in heads.Values.Where(h => !_seen.Contains(h.Chain)).OrderBy(h => h.Chain))
        {
            _seen.Add(head.Chain);
            Found(head.Chain, head.Sequence, AuditFault.TailMissing);
            return;
        }
    }

    private bool EndChain(AuditRow last)
    {
        if (!heads.TryGetValue(last.Chain, out var head)) return Found(last.Chain, last.Sequence, AuditFault.HeadMissing);
        if (!AuditSeal.Same(seal.Seal(head), head.Seal)) return Found(last.Chain, head.Sequence, AuditFault.HeadAltered);
        if (head.Sequence > last.Sequence) return Found(last.Chain, head.Sequence, AuditFault.TailMissing);
        if (head.Sequence < last.Sequence) return Found(last.Chain, head.Sequence + 1, AuditFault.RowsAfterHead);
        return AuditSeal.Same(head.Hmac, last.Hmac) || Found(last.Chain, head.Sequence, AuditFault.HeadAltered);
    }

    private bool Found(Guid chain, long sequence, AuditFault fault)
    {
        Break = new AuditBreak(chain == Guid.Empty ? null : chain, sequence, fault);
        return false;
    }
}
