using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <summary>
/// Lets one process migrate a SQLite file at a time. EF Core's own lock is a row in the file, which outlives a process that is killed
/// and then holds up every start for ever. This one is a lock of the operating system on a file beside the database: it goes with
/// its process. Whoever holds it knows that EF's row, if there is one, was left over, and removes it.
/// </summary>
/// <remarks>Migrations run by <c>dotnet ef database update</c> do not take it: do not run them beside a starting host.</remarks>
internal sealed class MigrationLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private MigrationLock(FileStream file) => _file = file;

    /// <summary>Waits while another process migrates.</summary>
    public static async Task<MigrationLock> TakeAsync(SqliteFile database, TimeProvider machine, CancellationToken cancellationToken)
    {
        var path = database.Path + ".migrating";
        while (true)
        {
            try
            {
                return new MigrationLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Pause, machine, cancellationToken);
            }
        }
    }

    /// <summary>Removes EF's row of a process that was killed while migrating; true when there was one.</summary>
    public static async Task<bool> ClearLeftOverAsync(DbContext db, CancellationToken cancellationToken) =>
        await SchemaGuard.TableExistsAsync(db, "__EFMigrationsLock", cancellationToken)
        && await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken) > 0;

    public void Dispose() => _file.Dispose();
}
