using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ConferenceBot.Store;

/// <summary>How the two contexts reach the file.</summary>
internal static class StoreDatabases
{
    public static DbContextOptions<T> Sqlite<T>(string connectionString) where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        Use(builder, connectionString);
        return builder.Options;
    }

    public static void Use(DbContextOptionsBuilder builder, SqliteFile file, SqlitePragmas pragmas)
    {
        Use(builder, file.ConnectionString);
        builder.AddInterceptors(pragmas);
        // A test compares the model with its migrations; doing so again at every start would build both models anew.
        builder.ConfigureWarnings(events =>
            events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)).Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    private static void Use(DbContextOptionsBuilder builder, string connectionString) => builder.UseSqlite(connectionString, sqlite =>
    {
        if (typeof(DbContextOptionsBuilder<KeysDb>).IsInstanceOfType(builder)) sqlite.MigrationsHistoryTable(KeysDb.History);
    });
}
