using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>The directory half of Graph: users, managers, group membership.</summary>
internal sealed class GraphUsers(Tenant tenant, string baseAddress, AppInstallations apps)
{
    /// <summary>What Graph returns of a user when nothing is selected.</summary>
    private const string Default = "id,displayName,givenName,jobTitle,mail,officeLocation,surname,userPrincipalName";

    /// <summary>For whom the bot is installed.</summary>
    public AppInstallations Apps => apps;

    private readonly IReadOnlyList<JsonObject> _users = [.. tenant.People.Select(ToJson), ToJson(tenant.Mailbox), .. tenant.OtherMailboxes.Concat(tenant.LoadMailboxes).Select(ToJson)];

    private Dictionary<string, JsonObject> ByName => field ??= _users.SelectMany(user =>
        new[] { (Name: user.Text("id")!, User: user), (Name: user.Text("userPrincipalName")!, User: user) })
        .DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(pair => pair.Name, pair => pair.User, StringComparer.OrdinalIgnoreCase);

    /// <returns>The user's JSON by object id or user principal name; mail alone does not address a user.</returns>
    public JsonObject? Find(string idOrUpn) => ByName.GetValueOrDefault(idOrUpn) is { } user && !StateOf(user).Left ? user : null;

    public Answer List(GraphCall call)
    {
        if (GraphPaging.Refusal(call, "$filter") is { } refusal)
            return refusal;
        var found = _users.Where(user => !StateOf(user).Left);
        if (call.Option("$filter") is { } filter)
        {
            if (DirectoryFilter.Parse(filter) is not { } clauses)
                return GraphAnswers.Error(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified.");
            if (clauses.Count > DirectoryFilter.MostClauses)
                return GraphAnswers.Error(400, "Request_UnsupportedQuery", "Too many child clauses specified in search filter expression "
                    + $"containing 'OR' operators: {clauses.Count}. Max allowed: {DirectoryFilter.MostClauses}.");
            found = found.Where(user => clauses.Any(clause => Matches(user, clause)));
        }
        return GraphPaging.Page(call, baseAddress, "users", [.. found], user => Shown(user, call));
    }

    public Answer Get(JsonObject user, GraphCall call)
    {
        var shown = Shown(user, call);
        shown.Insert(0, "@odata.context", baseAddress + "/$metadata#users/$entity");
        return new Answer(200, shown);
    }

    public Answer Manager(JsonObject user, GraphCall call)
    {
        var manager = tenant.Find(user.Id("id"))?.Manager;
        if (manager is null || Find(manager.Value.ToString()) is not { } found)
            return GraphAnswers.NoSuchUser("manager");
        var shown = Shown(found, call);
        shown.Insert(0, "@odata.context", baseAddress + "/$metadata#directoryObjects/$entity");
        shown.Insert(1, "@odata.type", "#microsoft.graph.user");
        return new Answer(200, shown);
    }

    /// <summary>Which of at most 20 groups the user is a member of.</summary>
    public Answer CheckMemberGroups(JsonObject user, GraphCall call)
    {
        var asked = call.Body.Items("groupIds").Select(id => id?.ToString()).ToList();
        if (asked.Count is 0 or > 20)
            return GraphAnswers.Error(400, "Request_BadRequest", "groupIds must have between 1 and 20 ids.");
        var groups = tenant.Find(user.Id("id")) is { } person ? tenant.Membership.GroupsOf(person) : [];
        return GraphAnswers.List(baseAddress + "/$metadata#Collection(Edm.String)",
            groups.Select(id => id.ToString()).Where(id => asked.Contains(id, StringComparer.OrdinalIgnoreCase)).Select(id => (JsonNode)id));
    }

    /// <returns>The members of a group; 404 for a group the tenant does not have.</returns>
    public Answer GroupMembers(string group, GraphCall call)
    {
        if (!Guid.TryParse(group, out var id) || (id != tenant.ChairsGroup && tenant.Agencies.All(agency => agency.GroupId != id)))
            return GraphAnswers.NoSuchUser(group);
        var members = tenant.People.Where(person => tenant.Membership.GroupsOf(person).Contains(id))
            .Select(person => Find(person.Id.ToString())).OfType<JsonObject>();
        return GraphPaging.Refusal(call) ?? GraphPaging.Page(call, baseAddress, "directoryObjects", [.. members], member =>
        {
            var shown = Shown(member, call);
            shown.Insert(0, "@odata.type", "#microsoft.graph.user");
            return shown;
        });
    }

    private AccountState StateOf(JsonObject user) => tenant.States[user.Id("id")];

    private JsonObject Shown(JsonObject user, GraphCall call)
    {
        var shown = GraphAnswers.Select(user, call.Option("$select") ?? Default);
        var state = StateOf(user);
        if (state.Disabled && shown.ContainsKey("accountEnabled"))
            shown["accountEnabled"] = false;
        if (state.Unlicensed && shown.ContainsKey("assignedLicenses"))
            shown["assignedLicenses"] = new JsonArray();
        return shown;
    }

    private static bool Matches(JsonObject user, (string Property, string Value) clause) =>
        user.Any(member => member.Key.Equals(clause.Property, StringComparison.OrdinalIgnoreCase)
            && string.Equals(member.Value?.GetValue<string>(), clause.Value, StringComparison.OrdinalIgnoreCase));

    private static JsonObject ToJson(Person person) => User(person.Id, person.Name, person.Mail, person.Role, person.Department);

    private static JsonObject ToJson(SharedMailbox box) => User(box.Id, box.Name, box.Address, null, null);

    private static JsonObject User(Guid id, string name, string mail, string? role, string? department) => new()
    {
        ["id"] = id.ToString(),
        ["displayName"] = name,
        ["givenName"] = name.Split(' ')[0],
        ["surname"] = name.Split(' ')[^1],
        ["jobTitle"] = role,
        ["mail"] = mail,
        ["officeLocation"] = null,
        ["userPrincipalName"] = mail,
        ["department"] = department,
        ["companyName"] = null,
        ["userType"] = "Member",
        ["accountEnabled"] = role is not null,
        ["assignedLicenses"] = role is null ? new JsonArray() : new JsonArray(new JsonObject
        {
            ["disabledPlans"] = new JsonArray(),
            ["skuId"] = "5a4d504c-0000-4000-8000-00000000e301",
        }),
        ["preferredLanguage"] = "en-GB",
    };
}
