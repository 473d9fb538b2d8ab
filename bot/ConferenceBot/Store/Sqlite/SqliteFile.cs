using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Store;

/// <summary>
/// The database file. It belongs on a local disk: on a network share SQLite's locks do not hold and the file breaks. A share cannot
/// be told from a disk here, so nothing checks it.
/// </summary>
internal sealed class SqliteFile
{
    private static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(5);

    public SqliteFile(IOptions<StoreOptions> options)
    {
        var builder = new SqliteConnectionStringBuilder(options.Value.ConnectionString);
        if (!builder.ShouldSerialize("Default Timeout")) builder.DefaultTimeout = (int)DefaultBusyTimeout.TotalSeconds;
        Path = builder.DataSource = System.IO.Path.GetFullPath(builder.DataSource);
        BusyTimeout = TimeSpan.FromSeconds(builder.DefaultTimeout);
        ConnectionString = builder.ConnectionString;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    public string ConnectionString { get; }

    /// <summary>How long a process waits for another's lock: <c>Default Timeout</c> of the connection string, 5 s unless given.</summary>
    public TimeSpan BusyTimeout { get; }

    public void CreateFolder() => Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
}
