using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ConferenceBot.Store;

/// <summary>
/// Sets, on every connection that is opened: a wait for other processes' locks, write-ahead log, a sync to disk with every commit,
/// foreign keys.
/// </summary>
internal sealed class SqlitePragmas(SqliteFile file) : DbConnectionInterceptor
{
    private readonly string _all = string.Create(CultureInfo.InvariantCulture, $"""
        PRAGMA busy_timeout = {(long)file.BusyTimeout.TotalMilliseconds};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        """);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly
            ? "PRAGMA foreign_keys = ON;"
            : _all;
        return command;
    }
}
