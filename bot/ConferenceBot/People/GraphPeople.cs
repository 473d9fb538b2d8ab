using ConferenceBot.Domain.People;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.People;

/// <summary>
/// Who is who by Microsoft Graph and the settings. Only enabled members of the council's own directory whose agency, chair's or administrator's
/// part is known come back. A person who left a group or the council is noticed within the age of the answers.
/// </summary>
internal sealed class GraphPeople(
    Directories directories, GroupLists lists, IOptionsMonitor<PeopleOptions> settings, ILogger<GraphPeople> logger) : IPeople
{
    private const int LongestAddress = 320;

    private readonly ConcurrentDictionary<CouncilKey, CouncilPeople> councils = new();

    public async Task<ImmutableArray<Professional>> FindAsync(
        CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken)
    {
        var asked = addresses.Distinct(StringComparer.Ordinal).Where(IsAddress).ToList();
        var found = await AskAsync(council, () => directories.Professionals.FindAsync(council, Of(council), asked, cancellationToken));
        logger.PeopleFound(council.Value, addresses.Length, found.Length);
        return found;
    }

    public Task<ImmutableArray<PersonId>> ManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken) =>
        AskAsync(council, async () =>
        {
            var line = await directories.Managers.OfAsync(council, person, cancellationToken);
            return line.IsEmpty ? await OfAgencyAsync(council, person, Of(council).ManagersOf, cancellationToken) : line;
        });

    public Task<ImmutableArray<PersonId>> DeputyManagersOfAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken) =>
        AskAsync(council, () => OfAgencyAsync(council, person, Of(council).DeputyManagersOf, cancellationToken));

    public Task<ImmutableArray<PersonStanding>> LookAtAsync(
        CouncilKey council, ImmutableArray<PersonId> people, CancellationToken cancellationToken) =>
        AskAsync(council, () => directories.Standings.OfAsync(council, people, Of(council).AutomaticReplies, cancellationToken));

    public Task RefreshAsync(CouncilKey council, CancellationToken cancellationToken) => AskAsync(council, async () =>
    {
        await lists.RefreshAsync(council, Of(council).Deputies, cancellationToken);
        return true;
    });

    public ImmutableArray<PersonId> DeputyChairs(CouncilKey council) => lists.Of(council, Of(council).Deputies);

    public ImmutableArray<PersonId> Administrators(CouncilKey council) => Of(council).Administrators;

    /// <summary>Nobody is asked of an agency while no agency has such a list.</summary>
    private async Task<ImmutableArray<PersonId>> OfAgencyAsync(
        CouncilKey council, PersonId person, Func<Domain.Conferences.Agency, Members> members, CancellationToken cancellationToken)
    {
        if (Of(council).Agencies.All(agency => members(agency).IsEmpty)
            || await directories.Professionals.AgencyOfAsync(council, Of(council), person, cancellationToken) is not { } own) return [];
        await lists.RefreshAsync(council, members(own), cancellationToken);
        var listed = lists.Of(council, members(own)).Remove(person);
        var standings = await directories.Standings.OfAsync(council, listed, Of(council).AutomaticReplies, cancellationToken);
        return [.. listed.Where(one => standings.All(standing => standing.Person != one || standing.Standing != Standing.Gone))];
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

/// <summary>What is asked of the directory, each with answers of its own age.</summary>
internal sealed record Directories(Professionals Professionals, Managers Managers, Standings Standings);
