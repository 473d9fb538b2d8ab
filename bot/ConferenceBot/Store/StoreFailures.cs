using ConferenceBot.Workflows;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <summary>The store could not be used: "could not look" is not "nothing", and nothing was written.</summary>
/// <param name="code">Short, for health and logs: <c>sqlite-5</c> (locked for longer than the busy timeout), <c>sqlite-10</c> (disk), …</param>
internal sealed class StoreAwayException(string code, Exception? inner) : AwayException($"The store is away: {code}.", inner)
{
    public string Code { get; } = code;
}

/// <summary>What was to be saved was decided on an older state than the stored one; decide again on the current one.</summary>
internal sealed class StoreConflictException(string kind, Guid? id, Exception? inner)
    : Exception($"The stored {kind} {id} is newer than the one this was decided on.", inner);

/// <summary>Gives the database's failures our names.</summary>
internal static class StoreFailures
{
    /// <summary>
    /// SQLite result codes that say the file cannot be used just now: busy, locked, read-only, I/O error, corrupt, full, cannot open,
    /// locking protocol, not a database. All others are bugs of ours and pass through.
    /// </summary>
    private static readonly int[] Away = [5, 6, 8, 10, 11, 13, 14, 15, 26];

    public static async Task<T> TranslateAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new StoreConflictException(e.Entries.Count > 0 ? e.Entries[0].Metadata.ShortName() : "row", null, e);
        }
        catch (Exception e) when (AwayCode(e) is { } code)
        {
            throw new StoreAwayException(code, e);
        }
    }

    private static string? AwayCode(Exception exception)
    {
        for (Exception? e = exception; e is not null and not StoreAwayException; e = e.InnerException)
            if (e is SqliteException sqlite && Away.Contains(sqlite.SqliteErrorCode))
                return string.Create(CultureInfo.InvariantCulture, $"sqlite-{sqlite.SqliteErrorCode}");
        return null;
    }
}
