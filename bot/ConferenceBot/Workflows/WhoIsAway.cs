using System.Collections.Immutable;
using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Who is away, as it was last written down; nothing is asked of the directory inside a transaction.</summary>
internal static class WhoIsAway
{
    /// <returns>Those who are known to be away or gone. Of whom nothing is known, nobody waits less.</returns>
    public static async Task<ImmutableHashSet<PersonId>> OfAsync(
        IStoreSession session, IEnumerable<PersonId> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var away = ImmutableHashSet.CreateBuilder<PersonId>();
        foreach (var person in people.Distinct())
            if (await session.People.FindAsync(person, cancellationToken) is { } reach && reach.IsAwayAt(now)) away.Add(person);
        return away.ToImmutable();
    }
}
