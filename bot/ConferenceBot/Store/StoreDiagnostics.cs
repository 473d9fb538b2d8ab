using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <param name="Journal"><c>wal</c>.</param>
/// <param name="Synchronous">2 = FULL.</param>
/// <param name="BusyTimeoutMs">Milliseconds.</param>
internal sealed record StorePragmas(string Journal, int Synchronous, int BusyTimeoutMs, bool ForeignKeys);

/// <summary>What SQLite really does on the host's own connections.</summary>
internal sealed class StoreDiagnostics(IDbContextFactory<ConferenceBotDb> databases, IServiceScopeFactory scopes)
{
    public async Task<StorePragmas> PragmasAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await PragmasAsync(db, cancellationToken);
    }

    public async Task<StorePragmas> KeyPragmasAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await PragmasAsync(scope.ServiceProvider.GetRequiredService<KeysDb>(), cancellationToken);
    }

    private static async Task<StorePragmas> PragmasAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new StorePragmas(
            await ReadAsync("journal_mode"), int.Parse(await ReadAsync("synchronous"), CultureInfo.InvariantCulture),
            int.Parse(await ReadAsync("busy_timeout"), CultureInfo.InvariantCulture), await ReadAsync("foreign_keys") == "1");

        async Task<string> ReadAsync(string pragma)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture)!;
        }
    }
}
