using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <summary>
/// Walks the audit chains of a council over one consistent view. A chain that was deleted whole, rows and head, cannot be missed
/// here: the daily export of the heads shows it.
/// </summary>
internal sealed class AuditVerifier(IDbContextFactory<ConferenceBotDb> databases, AuditSeal seal, StoreStart start) : IAuditProof
{
    public async Task<AuditProof> ProveAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        await start.MigrateAsync(cancellationToken);
        var report = await VerifyAsync(council, cancellationToken);
        return new AuditProof(
            report.Chains, report.Rows,
            report.Break is { } at ? $"{at.Fault} at row {at.Sequence} of {at.Subject?.ToString() ?? "the council's own chain"}" : null);
    }

    /// <exception cref="StoreAwayException">The audit could not be read: that is not "it holds".</exception>
    public Task<AuditReport> VerifyAsync(CouncilKey council, CancellationToken cancellationToken) =>
        StoreFailures.TranslateAsync(() => WalkAsync(council, cancellationToken));

    private async Task<AuditReport> WalkAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Council = council.Value;
        await using var view = await SqliteTransactions.BeginReadAsync(db, cancellationToken);
        var heads = await db.Set<AuditHeadRow>().AsNoTracking().ToDictionaryAsync(h => h.Chain, cancellationToken);
        var walk = new AuditWalk(seal, heads);
        var rows = db.Set<AuditRow>().AsNoTracking().OrderBy(r => r.Chain).ThenBy(r => r.Sequence).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
            if (!walk.Step(row)) break;
        walk.End();
        return new AuditReport(council, walk.Chains, walk.Rows, walk.Break);
    }
}
