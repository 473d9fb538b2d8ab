using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <summary>Makes the database ready before anything else of the host starts: folder, schema, keys.</summary>
internal sealed partial class StoreStart(
    IServiceScopeFactory scopes, SqliteFile file, TextVault vault, TimeProvider machine, ILogger<StoreStart> logger) : IHostedLifecycleService
{
    /// <summary>Brings the file to this program's schema; does nothing when it is there already.</summary>
    /// <exception cref="StoreTooNewException">A newer program has taken the file over.</exception>
    /// <exception cref="StoreAwayException">The file could not be opened or written.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) => StoreFailures.TranslateAsync(async () =>
    {
        file.CreateFolder();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConferenceBotDb>();
        var keys = scope.ServiceProvider.GetRequiredService<KeysDb>();
        using (await MigrationLock.TakeAsync(file, machine, cancellationToken))
        {
            await SchemaGuard.CheckAsync(db, cancellationToken);
            await MigrateAsync(db, cancellationToken);
            await MigrateAsync(keys, cancellationToken);
        }

        vault.Prepare();
        return true;
    });

    public Task StartingAsync(CancellationToken cancellationToken) => MigrateAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0) return;
        if (await MigrationLock.ClearLeftOverAsync(db, cancellationToken)) LogLeftOverLock();
        await db.Database.MigrateAsync(cancellationToken);
        foreach (var migration in pending) LogMigrated(migration);
    }
}
