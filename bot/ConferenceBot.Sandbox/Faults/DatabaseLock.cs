using Microsoft.Data.Sqlite;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>
/// Holds the write lock of the host's database from outside, as a backup program that hangs would: the host can still read, and every
/// write gets SQLITE_BUSY once it has waited as long as it is set to.
/// </summary>
/// <param name="path">The database file.</param>
internal sealed class DatabaseLock(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _holder;

    public bool IsHeld
    {
        get
        {
            lock (_gate)
                return _holder is not null;
        }
    }

    /// <returns>False when there is no database or somebody else has it; nothing is held then.</returns>
    public bool TryHold()
    {
        lock (_gate)
        {
            if (_holder is not null)
                return true;
            if (!File.Exists(path))
                return false;
            var holder = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ToString());
            try
            {
                holder.Open();
                using var begin = holder.CreateCommand();
                begin.CommandText = "BEGIN IMMEDIATE";
                begin.ExecuteNonQuery();
                _holder = holder;
                return true;
            }
            catch (SqliteException)
            {
                holder.Dispose();
                return false;
            }
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _holder?.Dispose();
            _holder = null;
        }
    }

    public void Dispose() => Release();
}
