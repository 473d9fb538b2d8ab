using Microsoft.Data.Sqlite;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The host's database as somebody else on the machine sees it.</summary>
internal sealed class HostDatabase(string path)
{
    /// <summary>Runs a counting query on a connection that cannot write.</summary>
    public long Count(string sql, params object[] values) => (long)Run(SqliteOpenMode.ReadOnly, sql, values, c => c.ExecuteScalar())!;

    public void Tamper(string sql) => Run(SqliteOpenMode.ReadWrite, sql, [], c => c.ExecuteNonQuery());

    /// <summary>The first column of every row, as text.</summary>
    public IReadOnlyList<string> Column(string sql) => Run(SqliteOpenMode.ReadOnly, sql, [], command =>
    {
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetValue(0).ToString() ?? "");
        return rows;
    });

    /// <summary>Every byte of the database and its write-ahead log.</summary>
    public byte[] Bytes()
    {
        using var all = new MemoryStream();
        foreach (var file in new[] { path, path + "-wal" }.Where(File.Exists))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            open.CopyTo(all);
        }

        return all.ToArray();
    }

    private T Run<T>(SqliteOpenMode mode, string sql, object[] values, Func<SqliteCommand, T> run)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is written in these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (index, value) in values.Index()) command.Parameters.AddWithValue($"$p{index}", value);
        return run(command);
    }
}
