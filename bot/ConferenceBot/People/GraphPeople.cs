using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;

namespace ConferenceBot.People;

/// <summary>
/// Who is who by Microsoft Graph and the settings. Only enabled members of the council's own directory whose agency, chair's or administrator's
/// part is known come back. Answers are kept for <see cref="Age"/>; failures never are, and nor is that somebody is unknown: who is confirmed in the
/// directory is seen at the next read of their conference.
/// </summary>
internal sealed class GraphPeople(
    PeopleQueries queries, IOptionsMonitor<PeopleOptions> settings, TimeProvider machine, ILogger<GraphPeople> logger) : IPeople
{
    /// <summary>How long an answer of the directory is kept; machine time.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(15);

    private const int MostKept = 20_000;
    private const int LongestAddress = 320;
    private const int ManagersAsked = 2;

    private readonly ConcurrentDictionary<CouncilKey, CouncilPeople> councils = new();
    private readonly AgedCache<(CouncilKey, string), Professional> professionals = new(machine, Age, MostKept);
    private readonly AgedCache<(CouncilKey, PersonId), ImmutableArray<PersonId>> managers = new(machine, Age, MostKept);

    public async Task<ImmutableArray<Professional>> FindAsync(
        CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, Professional?>(StringComparer.Ordinal);
        var asked = addresses.Distinct(StringComparer.Ordinal).Where(IsAddress).ToList();
        foreach (var address in asked)
        {
            if (professionals.TryGet((council, address), out var kept)) known[address] = kept;
        }
        foreach (var some in asked.Where(address => !known.ContainsKey(address)).Chunk(PeopleQueries.AddressesACall))
        {
            var users = await AskAsync(council, () => queries.UsersAsync(council, some, cancellationToken));
            foreach (var address in some)
            {
                known[address] = await WhoIsAsync(council, address, users, cancellationToken);
                if (known[address] is { } professional) professionals.Set((council, address), professional);
            }
        }
        ImmutableArray<Professional> found = [.. asked.Select(address => known[address]).OfType<Professional>()];
        logger.PeopleFound(council.Value, addresses.Length, found.Length);
        return found;
    }

    public async Task<ImmutableArray<PersonId>> ManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken)
    {
        if (managers.TryGet((council, person), out var kept)) return kept;
        var found = ImmutableArray.CreateBuilder<PersonId>();
        var seen = new HashSet<PersonId> { person };
        var at = person;
        for (var step = 0; step < ManagersAsked; step++)
        {
            var manager = await AskAsync(council, () => queries.ManagerAsync(council, at, cancellationToken));
            if (!PeopleMapping.TryId(manager, out at) || !seen.Add(at)) break;
            if (PeopleMapping.IsEnabledMember(manager!)) found.Add(at);
        }
        managers.Set((council, person), found.ToImmutable());
        return found.ToImmutable();
    }

    public ImmutableArray<PersonId> DeputyChairs(CouncilKey council) => Of(council).Deputies;

    public ImmutableArray<PersonId> Administrators(CouncilKey council) => Of(council).Administrators;

    private async Task<Professional?> WhoIsAsync(
        CouncilKey council, string address, IReadOnlyList<User> users, CancellationToken cancellationToken)
    {
        if (PeopleMapping.Match(address, users) is not { } user || !PeopleMapping.TryId(user, out var person)) return null;
        var people = Of(council);
        var groups = await AskAsync(council, () => queries.GroupsAsync(council, person, people.Groups, cancellationToken));
        return groups is not null && people.PartOf(person, user.Department, groups) is { } part
            ? new Professional(address, person, part.Agency, part.Role)
            : null;
    }

    private async Task<T> AskAsync<T>(CouncilKey council, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (CalendarAwayException away)
        {
            logger.DirectoryAway(council.Value, away.Code, away.RetryAfter);
            throw;
        }
    }

    private CouncilPeople Of(CouncilKey council) => councils.GetOrAdd(council, key => new CouncilPeople(settings.Get(key.Value)));

    private static bool IsAddress(string address) =>
        address.Length is > 2 and <= LongestAddress && address.Contains('@', StringComparison.Ordinal) && !address.Any(char.IsControl);
}
