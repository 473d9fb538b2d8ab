using System.Text.Json;
using ConferenceBot.Tests.Calendars;

namespace ConferenceBot.Tests.People;

/// <summary>A small directory behind the fake Graph, in Graph's own shapes.</summary>
internal sealed class SmallDirectory
{
    public const string SocialCare = "5a4d504c-0000-4000-8000-0000000000a1";
    public const string Chairs = "5a4d504c-0000-4000-8000-0000000000b1";

    private readonly List<(string Id, string User, string[] Groups, string? Manager)> people = [];

    public static string Id(int number) => $"5a4d504c-0000-4000-8000-{number:d12}";

    public SmallDirectory With(
        int number, string mail, string? upn = null, string? department = null, string type = "Member", bool enabled = true, int? manager = null,
        params string[] groups)
    {
        var user = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = Id(number), ["mail"] = mail, ["userPrincipalName"] = upn ?? mail, ["userType"] = type, ["accountEnabled"] = enabled, ["department"] = department,
        });
        people.Add((Id(number), user, groups, manager is { } above ? Id(above) : null));
        return this;
    }

    /// <summary>Answers every user the filter could mean: telling them apart is the bot's task.</summary>
    public GraphReply Answer(GraphRequest request)
    {
        var path = request.Path["/v1.0/users".Length..].Trim('/').Split('/');
        if (path is [""])
            return new GraphReply(200, "{\"value\":[" + string.Join(',', people.Where(one => Mentions(request.Query, one.User)).Select(one => one.User)) + "]}");
        var person = people.FirstOrDefault(one => one.Id == path[0]);
        if (person.Id is null) return Gone;
        if (path[1].EndsWith("checkMemberGroups", StringComparison.Ordinal))
            return new GraphReply(200, "{\"value\":[" + string.Join(',', person.Groups.Where(group => request.Body.Contains(group, StringComparison.Ordinal)).Select(group => $"\"{group}\"")) + "]}");
        return people.FirstOrDefault(one => one.Id == person.Manager) is { Id: not null } manager ? new GraphReply(200, manager.User) : Gone;
    }

    private static GraphReply Gone => new(404, FakeGraph.Error("Request_ResourceNotFound", "Resource 'someone@council.example' does not exist"));

    private static bool Mentions(string query, string user)
    {
        var json = JsonDocument.Parse(user).RootElement;
        return new[] { "mail", "userPrincipalName" }.Any(name =>
            query.Contains($"{name} eq '{json.GetProperty(name).GetString()!.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.OrdinalIgnoreCase));
    }
}
