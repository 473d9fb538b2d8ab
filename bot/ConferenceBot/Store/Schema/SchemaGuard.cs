using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <summary>Asks the schema whether this program may open the database; it is asked before anything else is read or migrated.</summary>
internal static class SchemaGuard
{
    public static Version Program { get; } = Assembly.GetExecutingAssembly().GetName().Version!;

    /// <exception cref="StoreTooNewException"/>
    public static async Task CheckAsync(ConferenceBotDb db, CancellationToken cancellationToken)
    {
        if (!await TableExistsAsync(db, "Schema", cancellationToken)) return;
        var lowest = await db.Schema.AsNoTracking().Select(s => s.LowestProgram).SingleOrDefaultAsync(cancellationToken);
        if (lowest is not null && !(Version.TryParse(lowest, out var version) && version <= Program))
            throw new StoreTooNewException(lowest, Program);
    }

    public static async Task<bool> TableExistsAsync(DbContext db, string table, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {table}")
            .SingleAsync(cancellationToken) > 0;
}
