using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <summary>
/// Read-decide-write in one immediate transaction behind one gate; reads see a consistent view and wait for nobody.
/// </summary>
internal sealed class EfStore(IDbContextFactory<ConferenceBotDb> databases, WriteGate gate, TextVault vault, AuditSeal seal) : IStore
{
    private long changes;

    /// <inheritdoc/>
    public long Changes => Interlocked.Read(ref changes);

    /// <inheritdoc/>
    /// <exception cref="StoreAwayException">The database could not be read.</exception>
    public Task<T> ReadAsync<T>(CouncilKey council, Func<IStoreSession, Task<T>> work, CancellationToken cancellationToken) =>
        StoreFailures.TranslateAsync(async () =>
        {
            await using var db = await OpenAsync(council, cancellationToken);
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            await using var view = await SqliteTransactions.BeginReadAsync(db, cancellationToken);
            return await work(new StoreSession(db, council, writable: false, vault, seal));
        });

    /// <inheritdoc/>
    /// <exception cref="StoreAwayException">The database could not be written; nothing was.</exception>
    /// <exception cref="StoreConflictException">A subject was changed by somebody else in the meantime; nothing was written.</exception>
    public Task<T> WriteAsync<T>(CouncilKey council, Func<IStoreSession, Task<T>> work, CancellationToken cancellationToken) =>
        StoreFailures.TranslateAsync(async () =>
        {
            vault.Prepare();
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var db = await OpenAsync(council, cancellationToken);
            await using var transaction = await SqliteTransactions.BeginWriteAsync(db, cancellationToken);
            var session = new StoreSession(db, council, writable: true, vault, seal);
            var result = await work(session);
            await session.FlushAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (session.HasWritten) Interlocked.Increment(ref changes);
            return result;
        });

    private async Task<ConferenceBotDb> OpenAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Council = council.Value;
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }
}
