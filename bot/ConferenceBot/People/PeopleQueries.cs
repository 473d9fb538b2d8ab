using System.Text.Json;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.People;

/// <summary>
/// The requests to Graph's directory, twenty in a batch. Nothing but ids, addresses, the department and the state of the account is asked for.
/// Graph: GET users ($select) - User.Read.All
/// Graph: GET users/{id} ($select) - User.Read.All
/// Graph: GET users/{id}/manager ($select) - User.Read.All
/// Graph: POST users/{id}/checkMemberGroups - User.Read.All, GroupMember.Read.All
/// Graph: GET groups/{id}/members ($select) - GroupMember.Read.All
/// Graph: GET users/{id}/mailboxSettings/automaticRepliesSetting - MailboxSettings.Read
/// </summary>
internal sealed class PeopleQueries(GraphBatch batch, GraphClients clients, GraphCalls calls, DirectoryWatch watch)
{
    /// <summary>Graph takes at most 15 clauses joined by "or"; an address needs two.</summary>
    public const int AddressesAPart = 7;

    /// <summary>Graph's limit of groups a membership call.</summary>
    public const int GroupsAPart = 20;

    /// <summary>The codes with which the automatic replies of one person are refused.</summary>
    public const string NotAllowed = "http-403", NoMailbox = "http-404";

    private const int MostPages = 20;
    private const string UserFields = "id,mail,userPrincipalName,userType,accountEnabled,department";
    private const string AccountFields = "id,userType,accountEnabled,assignedLicenses,department";

    /// <summary>Users whose mail or principal name is one of the addresses; each part of the addresses with its answer or why there is none.</summary>
    public Task<IReadOnlyList<(string[] Addresses, Answer<IReadOnlyList<DirectoryUser>> Users)>> UsersAsync(
        CouncilKey council, IEnumerable<string> addresses, CancellationToken cancellationToken) =>
        NotedAsync<IReadOnlyList<(string[] Addresses, Answer<IReadOnlyList<DirectoryUser>> Users)>>(council, DirectoryQuestion.People, async () =>
        {
            var parts = addresses.Chunk(AddressesAPart).ToList();
            var answers = await batch.AskAsync(
                council, [.. parts.Select(part => new BatchQuestion("GET", $"/users?$filter={Uri.EscapeDataString(Filter(part))}&$select={UserFields}"))],
                cancellationToken);
            var found = new List<(string[], Answer<IReadOnlyList<DirectoryUser>>)>();
            foreach (var (part, answer) in parts.Zip(answers))
                found.Add((part, await Answer.OfAsync(async () => Users(await WholeAsync(council, answer, cancellationToken)))));
            return found;
        }, found => found.Select(part => part.Users.Away));

    /// <summary>Those of the groups each person is in, directly or through another group; null when the person is gone.</summary>
    public Task<IReadOnlyDictionary<PersonId, Answer<IReadOnlySet<Guid>?>>> GroupsAsync(
        CouncilKey council, IReadOnlyCollection<PersonId> people, IReadOnlyCollection<Guid> groups, CancellationToken cancellationToken) =>
        NotedAsync<IReadOnlyDictionary<PersonId, Answer<IReadOnlySet<Guid>?>>>(council, DirectoryQuestion.Memberships, async () =>
        {
            var parts = people.SelectMany(_ => groups.Chunk(GroupsAPart), (person, some) => (Person: person, Groups: some)).ToList();
            var answers = await batch.AskAsync(
                council, [.. parts.Select(part => new BatchQuestion(
                    "POST", $"/users/{part.Person}/checkMemberGroups", new { GroupIds = part.Groups.Select(group => group.ToString("D")) }))],
                cancellationToken);
            var byPerson = parts.Zip(answers, (part, answer) => (part.Person, answer)).ToLookup(pair => pair.Person, pair => pair.answer);
            return people.Distinct().ToDictionary(person => person, person => Answer.Of<IReadOnlySet<Guid>?>(() => Member([.. byPerson[person]])));
        }, found => found.Values.Select(answer => answer.Away));

    /// <summary>The account of each person; null when it is gone.</summary>
    public Task<IReadOnlyDictionary<PersonId, Answer<DirectoryUser?>>> AccountsAsync(
        CouncilKey council, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        NotedAsync<IReadOnlyDictionary<PersonId, Answer<DirectoryUser?>>>(council, DirectoryQuestion.Accounts, async () =>
            Each(people, await batch.AskAsync(
                council, [.. people.Select(person => new BatchQuestion("GET", $"/users/{person}?$select={AccountFields}"))], cancellationToken), Account),
            found => found.Values.Select(answer => answer.Away));

    /// <summary>
    /// The automatic replies of each person; away with the code <see cref="NotAllowed"/> where the permission is missing, with
    /// <see cref="NoMailbox"/> where there is none. Neither is a failure of the directory.
    /// </summary>
    public Task<IReadOnlyDictionary<PersonId, Answer<JsonElement>>> RepliesAsync(
        CouncilKey council, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        NotedAsync<IReadOnlyDictionary<PersonId, Answer<JsonElement>>>(council, DirectoryQuestion.AutomaticReplies, async () =>
            Each(people, await batch.AskAsync(
                council, [.. people.Select(person => new BatchQuestion("GET", $"/users/{person}/mailboxSettings/automaticRepliesSetting"))],
                cancellationToken), answer => answer.Read()),
            found => found.Values.Select(answer => answer.Away is { Code: NotAllowed or NoMailbox } ? null : answer.Away));

    /// <summary>The line manager, enabled or not; null when the directory knows none.</summary>
    public Task<DirectoryUser?> ManagerAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken) =>
        NotedAsync(council, DirectoryQuestion.Managers, async () => Account(
            (await batch.AskAsync(council, [new BatchQuestion("GET", $"/users/{person}/manager?$select={AccountFields}")], cancellationToken))[0]));

    /// <summary>The people who are direct members of a group. A group that does not exist is a failure: the settings name it.</summary>
    public Task<IReadOnlyList<PersonId>> MembersAsync(CouncilKey council, Guid group, CancellationToken cancellationToken) =>
        NotedAsync<IReadOnlyList<PersonId>>(council, DirectoryQuestion.Groups, async () =>
        {
            var answer = (await batch.AskAsync(council, [new BatchQuestion("GET", $"/groups/{group:D}/members?$select=id&$top=999")], cancellationToken))[0];
            return
            [
                .. (await WholeAsync(council, answer, cancellationToken))
                    .Where(member => DirectoryUser.Text(member, "@odata.type") is null or "#microsoft.graph.user")
                    .Select(member => Guid.TryParse(DirectoryUser.Text(member, "id"), out var id) ? new PersonId(id) : throw Unreadable()),
            ];
        });

    /// <summary>Tells the watch what came of a whole look-up, once all of its parts and pages have been read.</summary>
    private async Task<T> NotedAsync<T>(
        CouncilKey council, DirectoryQuestion question, Func<Task<T>> ask, Func<T, IEnumerable<CalendarAwayException?>>? aways = null)
    {
        try
        {
            var found = await ask();
            watch.Note(council, question, Answer.Worst(aways?.Invoke(found) ?? []));
            return found;
        }
        catch (CalendarAwayException away)
        {
            watch.Note(council, question, away);
            throw;
        }
    }

    /// <summary>All the pages of a list that began in a batch; a next link is followed to the council's own Graph only.</summary>
    private async Task<IReadOnlyList<JsonElement>> WholeAsync(CouncilKey council, BatchAnswer first, CancellationToken cancellationToken)
    {
        var page = first.Read();
        var all = new List<JsonElement>(Items(page));
        for (var pages = 1; DirectoryUser.Text(page, "@odata.nextLink") is { Length: > 0 } link; pages++)
        {
            if (pages == MostPages) throw new CalendarAwayException("too-many-pages", null, null);
            page = await calls.AskAsync(cancel => PageAsync(council, link, cancel), cancellationToken);
            all.AddRange(Items(page));
        }
        return all;
    }

    private async Task<JsonElement> PageAsync(CouncilKey council, string link, CancellationToken cancellationToken)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = new Uri(link, UriKind.Absolute) };
        request.Headers.Add("Accept", "application/json");
        request.AddRequestOptions([GraphClients.Once]);
        await using var answer = await clients.For(council).RequestAdapter.SendPrimitiveAsync<Stream>(request, GraphCalls.Errors, cancellationToken)
            ?? throw new JsonException("No page.");
        using var json = await JsonDocument.ParseAsync(answer, cancellationToken: cancellationToken);
        return json.RootElement.Clone();
    }

    private static Dictionary<PersonId, Answer<T>> Each<T>(
        IReadOnlyCollection<PersonId> people, IReadOnlyList<BatchAnswer> answers, Func<BatchAnswer, T> read) =>
        people.Zip(answers).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => Answer.Of(() => read(pair.Second)));

    private static DirectoryUser? Account(BatchAnswer answer) =>
        answer.IsGone ? null : DirectoryUser.From(answer.Read()) ?? throw Unreadable();

    private static IReadOnlyList<DirectoryUser> Users(IEnumerable<JsonElement> users) =>
        [.. users.Select(user => DirectoryUser.From(user) ?? throw Unreadable())];

    private static HashSet<Guid>? Member(IReadOnlyList<BatchAnswer> answers)
    {
        if (answers.Any(answer => answer.IsGone)) return null;
        return answers.SelectMany(answer => Items(answer.Read())).Select(id => Guid.Parse(id.ToString())).ToHashSet();
    }

    /// <summary>An answer without its list is no empty list: it could not be read.</summary>
    private static JsonElement.ArrayEnumerator Items(JsonElement page) =>
        page.ValueKind == JsonValueKind.Object && page.TryGetProperty("value", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : throw Unreadable();

    private static CalendarAwayException Unreadable() => new("unreadable", null, null);

    /// <summary>An address is quoted by doubling its quotes; the whole is escaped for the query string.</summary>
    private static string Filter(IEnumerable<string> addresses) => string.Join(" or ", addresses
        .Select(address => address.Replace("'", "''", StringComparison.Ordinal))
        .Select(quoted => $"mail eq '{quoted}' or userPrincipalName eq '{quoted}'"));
}
