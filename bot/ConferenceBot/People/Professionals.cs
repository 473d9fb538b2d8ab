using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;

namespace ConferenceBot.People;

/// <summary>
/// Who a confirmed professional is, by address. Only answers that confirm are kept, for <see cref="Age"/>; that somebody is unknown and that
/// the directory could not be asked never are, and an older answer is never used: it could reach somebody who is no longer one. What was
/// found before a failure is kept, so that trying again asks only for the rest.
/// Requests: one batch for each 140 addresses, and one for each 20 people found (each 20 groups of the settings): 60 people 4, 600 people 35.
/// </summary>
internal sealed class Professionals(PeopleQueries queries, TimeProvider machine) : IAgedAnswers
{
    /// <summary>How long an answer of the directory is kept; machine time.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(15);

    private readonly AgedCache<(CouncilKey, string), Professional> kept = new(machine, Age, 20_000);

    public AgedAnswers Report() => kept.Report();

    /// <exception cref="CalendarAwayException">Somebody could not be looked up.</exception>
    public async Task<ImmutableArray<Professional>> FindAsync(
        CouncilKey council, CouncilPeople people, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Professional>(StringComparer.Ordinal);
        foreach (var address in addresses)
            if (kept.TryGet((council, address), out var known)) found[address] = known;
        var open = addresses.Where(address => !found.ContainsKey(address)).ToList();
        if (open.Count > 0)
        {
            var users = await queries.UsersAsync(council, open, cancellationToken);
            var matches = users.Where(part => part.Users.Away is null).SelectMany(part => part.Addresses, (part, address) => (Address: address,
                User: PeopleMapping.Match(address, part.Users.Value))).Where(match => match.User is not null).Select(match => (match.Address, User: match.User!)).ToList();
            var groups = await queries.GroupsAsync(council, [.. matches.Select(match => match.User.Id).Distinct()], people.Groups, cancellationToken);
            foreach (var (address, user) in matches)
                if (groups[user.Id] is { Away: null, Found: { } member } && people.PartOf(user.Id, user.Department, member) is { } part)
                {
                    found[address] = new Professional(address, user.Id, part.Agency, part.Role);
                    kept.Set((council, address), found[address]);
                }
            if (Answer.Worst([.. users.Select(part => part.Users.Away), .. groups.Values.Select(answer => answer.Away)]) is { } away) throw away;
        }
        return [.. addresses.Where(found.ContainsKey).Select(address => found[address])];
    }

    /// <summary>The agency of somebody by id; null when none is known.</summary>
    /// <exception cref="CalendarAwayException">The directory could not be read.</exception>
    public async Task<Agency?> AgencyOfAsync(CouncilKey council, CouncilPeople people, PersonId person, CancellationToken cancellationToken)
    {
        if ((await queries.AccountsAsync(council, [person], cancellationToken))[person].Value is not { IsEnabledMember: true } account) return null;
        var groups = (await queries.GroupsAsync(council, [person], people.Groups, cancellationToken))[person].Value;
        return groups is null ? null : people.PartOf(person, account.Department, groups)?.Agency;
    }
}
