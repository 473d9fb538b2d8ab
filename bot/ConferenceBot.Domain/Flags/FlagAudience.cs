using System.Collections.Immutable;

namespace ConferenceBot.Domain.Flags;

/// <summary>Whom a flag may reach: its addressee, those it is passed on to when unread, and the administrators who ring round.</summary>
/// <param name="Addressee">The chair, or for support the sender's own manager; null when none is known.</param>
/// <param name="Deputies">Deputy or duty chairs. For support, who stands in for a manager who is away, else nobody.</param>
/// <param name="Administrators">Told only that an item is unread; empty for support, which stays with the sender's agency.</param>
public sealed record FlagAudience(PersonId? Addressee, ImmutableArray<PersonId> Deputies, ImmutableArray<PersonId> Administrators)
{
    /// <summary>Which of them are known to be away from their work now, or to have left. Whoever is not in it is here as far as is known.</summary>
    public ImmutableHashSet<PersonId> Away { get; init; } = [];

    /// <summary>
    /// Which of them have taken the bot away from their Teams, or are not professionals in this conference: what they have not read does not
    /// wait for them.
    /// </summary>
    public ImmutableHashSet<PersonId> NotReached { get; init; } = [];

    /// <summary>
    /// Support goes to the sender's own manager; while they are away, also to the first of those who stand in for them who is here, and to
    /// nobody else of the ladder.
    /// </summary>
    /// <param name="managers">Lowest first, a deputy manager before the next stage.</param>
    public static FlagAudience ForSupport(ImmutableArray<PersonId> managers, ImmutableHashSet<PersonId> away)
    {
        PersonId? own = managers.IsEmpty ? null : managers[0];
        return new FlagAudience(
            own, own is { } manager && away.Contains(manager) ? [.. managers.Skip(1).Where(next => !away.Contains(next)).Take(1)] : [], []) { Away = away };
    }
}
