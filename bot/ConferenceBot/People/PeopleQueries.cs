using System.Text.Json;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.People;

/// <summary>The requests to Graph's directory, each within the limit of one call. Nothing but ids, addresses and the department is asked for.</summary>
internal sealed class PeopleQueries(GraphClients clients, GraphCalls calls)
{
    /// <summary>Graph takes at most 15 clauses joined by "or"; an address needs two.</summary>
    public const int AddressesACall = 7;

    /// <summary>Graph's limit of groups a membership call.</summary>
    public const int GroupsACall = 20;

    private const int MostPages = 10;

    private static readonly string[] Fields = ["id", "mail", "userPrincipalName", "userType", "accountEnabled", "department"];

    /// <summary>Users whose mail or principal name is one of the addresses.</summary>
    /// <param name="addresses">At most <see cref="AddressesACall"/>.</param>
    /// <exception cref="Workflows.CalendarAwayException">The directory could not be read.</exception>
    public async Task<IReadOnlyList<User>> UsersAsync(CouncilKey council, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        var users = clients.For(council).Users;
        var found = new List<User>();
        var (some, next) = await calls.AskAsync(async cancel => Read(await users.GetAsync(query =>
        {
            query.QueryParameters.Filter = Filter(addresses);
            query.QueryParameters.Select = Fields;
            query.Options.Add(GraphClients.Once);
        }, cancel)), cancellationToken);
        found.AddRange(some);
        for (var pages = 1; next is { Length: > 0 } link && pages < MostPages; pages++)
        {
            (some, next) = await calls.AskAsync(
                async cancel => Read(await users.WithUrl(link).GetAsync(query => query.Options.Add(GraphClients.Once), cancel)), cancellationToken);
            found.AddRange(some);
        }
        return found;

        static (List<User>, string?) Read(UserCollectionResponse? page) => (page?.Value ?? throw NoList(), page.OdataNextLink);
    }

    /// <summary>Those of the groups the person is in, directly or through another group; null when the person is gone.</summary>
    public async Task<IReadOnlySet<Guid>?> GroupsAsync(
        CouncilKey council, PersonId person, IReadOnlyCollection<Guid> groups, CancellationToken cancellationToken)
    {
        var member = new HashSet<Guid>();
        foreach (var some in groups.Chunk(GroupsACall))
        {
            var body = new CheckMemberGroupsPostRequestBody { GroupIds = [.. some.Select(group => group.ToString("D"))] };
            var check = clients.For(council).Users[person.ToString()].CheckMemberGroups;
            var answer = await calls.AskAsync(cancel => OrNullWhenGone(async () =>
                (await check.PostAsCheckMemberGroupsPostResponseAsync(body, query => query.Options.Add(GraphClients.Once), cancel))?.Value
                    ?? throw NoList()), cancellationToken);
            if (answer is null) return null;
            member.UnionWith(answer.Where(id => Guid.TryParse(id, out _)).Select(Guid.Parse));
        }
        return member;
    }

    /// <summary>The line manager, enabled or not; null when the directory knows none.</summary>
    public Task<User?> ManagerAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken)
    {
        var client = clients.For(council);
        var request = client.Users[person.ToString()].Manager.ToGetRequestInformation(query =>
        {
            query.QueryParameters.Select = ["id", "userType", "accountEnabled"];
            query.Options.Add(GraphClients.Once);
        });
        return calls.AskAsync(cancel => OrNullWhenGone(async () =>
            await client.RequestAdapter.SendAsync(request, User.CreateFromDiscriminatorValue, GraphCalls.Errors, cancel) is { Id: not null } manager
                ? manager
                : throw new JsonException("No manager's id.")), cancellationToken);
    }

    /// <summary>An address is quoted by doubling its quotes; the client escapes the whole for the query string.</summary>
    private static string Filter(IEnumerable<string> addresses) => string.Join(" or ", addresses
        .Select(address => address.Replace("'", "''", StringComparison.Ordinal))
        .Select(quoted => $"mail eq '{quoted}' or userPrincipalName eq '{quoted}'"));

    /// <summary>An answer without its list is no empty list: it could not be read.</summary>
    private static JsonException NoList() => new("No list.");

    private static async Task<T?> OrNullWhenGone<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (ApiException refusal) when (refusal.ResponseStatusCode == 404)
        {
            return null;
        }
    }
}
