using System.Collections.Immutable;
using ConferenceBot.Domain;

namespace ConferenceBot.People;

/// <summary>The line manager and the manager's manager by the directory, leaving out who has left. Kept for <see cref="Age"/>.</summary>
internal sealed class Managers(PeopleQueries queries, TimeProvider machine) : IAgedAnswers
{
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(15);

    private const int Wanted = 2;
    private const int MostSteps = 5;

    private readonly AgedCache<(CouncilKey, PersonId), ImmutableArray<PersonId>> kept = new(machine, Age, 20_000);

    public AgedAnswers Report() => kept.Report();

    /// <exception cref="Workflows.CalendarAwayException">The directory could not be read.</exception>
    public async Task<ImmutableArray<PersonId>> OfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken)
    {
        if (kept.TryGet((council, person), out var known)) return known;
        var found = ImmutableArray.CreateBuilder<PersonId>();
        var seen = new HashSet<PersonId> { person };
        var at = person;
        for (var step = 0; step < MostSteps && found.Count < Wanted; step++)
        {
            if (await queries.ManagerAsync(council, at, cancellationToken) is not { } manager || !seen.Add(at = manager.Id)) break;
            if (manager.IsEnabledMember) found.Add(at);
        }
        kept.Set((council, person), found.ToImmutable());
        return found.ToImmutable();
    }
}
