using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>An action that took effect; written with its effect.</summary>
internal sealed class MarkRow : StoredRow, IDescribed<MarkRow>
{
    public required Guid Card { get; init; }
    public required string Verb { get; init; }
    public required Guid Actor { get; init; }
    public required string InputHash { get; init; }
    public required DateTimeOffset At { get; init; }

    public static void Describe(EntityTypeBuilder<MarkRow> row) =>
        row.ToTable("Marks").HasKey(r => new { r.Council, r.Card, r.Verb, r.Actor, r.InputHash });
}

internal sealed class MarkRows(StoreSession session) : IMarkRows
{
    public async Task<bool> ExistsAsync(ActionMark mark, CancellationToken cancellationToken) =>
        await FindAsync(mark, cancellationToken) is not null;

    /// <remarks>A mark that is there already stays as it was.</remarks>
    public async Task AddAsync(ActionMark mark, DateTimeOffset at, CancellationToken cancellationToken)
    {
        session.MustWrite();
        if (await FindAsync(mark, cancellationToken) is not null) return;
        session.Add(new MarkRow
        {
            Council = session.Key,
            Card = mark.Card,
            Verb = mark.Verb,
            Actor = mark.Actor.Value,
            InputHash = mark.InputHash,
            At = at,
        });
    }

    private Task<MarkRow?> FindAsync(ActionMark mark, CancellationToken cancellationToken) =>
        session.FindAsync<MarkRow>(cancellationToken, mark.Card, mark.Verb, mark.Actor.Value, mark.InputHash);
}
