using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ConferenceBot.Store;

internal static class SqliteTransactions
{
    /// <summary>Takes the file's write lock at once, so that a read-decide-write cannot fail half way for want of it.</summary>
    public static async Task<IDbContextTransaction> BeginWriteAsync(DbContext db, CancellationToken cancellationToken) =>
        await BeginAsync(db, deferred: false, cancellationToken);

    /// <summary>A view that begins with the first query and does not change; it never waits for a writer, nor a writer for it.</summary>
    public static async Task<IDbContextTransaction> BeginReadAsync(DbContext db, CancellationToken cancellationToken) =>
        await BeginAsync(db, deferred: true, cancellationToken);

    private static async Task<IDbContextTransaction> BeginAsync(DbContext db, bool deferred, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var transaction = connection.BeginTransaction(deferred);
        try
        {
            return (await db.Database.UseTransactionAsync(transaction, cancellationToken))!;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
