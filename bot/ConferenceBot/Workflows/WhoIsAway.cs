using System.Collections.Immutable;
using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Who is away, as it was last written down; nothing is asked of the directory inside a transaction.</summary>
internal static class WhoIsAway
{
    /// <returns>Those who are known to be away or gone, or who have taken the bot away. Of whom nothing is known, nobody waits less.</returns>
    public static async Task<ImmutableHashSet<PersonId>> OfAsync(
        IStoreSession session, IEnumerable<PersonId> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var away = ImmutableHashSet.CreateBuilder<PersonId>();
        foreach (var person in people.Distinct())
            if (await session.People.FindAsync(person, cancellationToken) is { } reach && (reach.Removed || reach.IsAwayAt(now))) away.Add(person);
        return away.ToImmutable();
    }

    /// <returns>Those who have taken the bot away from their Teams.</returns>
    public static async Task<ImmutableHashSet<PersonId>> NotReachedAsync(
        IStoreSession session, IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        var removed = ImmutableHashSet.CreateBuilder<PersonId>();
        foreach (var person in people.Distinct())
            if (await session.People.FindAsync(person, cancellationToken) is { Removed: true }) removed.Add(person);
        return removed.ToImmutable();
    }
}
