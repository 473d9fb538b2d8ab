using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Tests.Calendars;

namespace ConferenceBot.Tests.People;

/// <summary>A small directory behind the fake Graph, in Graph's own shapes.</summary>
internal sealed class SmallDirectory
{
    public const string SocialCare = "5a4d504c-0000-4000-8000-0000000000a1";
    public const string Chairs = "5a4d504c-0000-4000-8000-0000000000b1";

    private readonly List<(string Id, string User, string[] Groups, string? Manager)> people = [];

    private readonly HashSet<int> unlicensed = [];

    /// <summary>Every question that was asked inside a batch.</summary>
    public List<(string Method, string Url)> Asked { get; } = [];

    /// <summary>What a part is answered instead, by the beginning of its address.</summary>
    public Dictionary<string, GraphReply> Instead { get; } = [];

    /// <summary>The automatic replies of people, as Graph writes them; off for everybody else.</summary>
    public Dictionary<int, string> Replies { get; } = [];

    /// <summary>Who has no licence; said before the person is added.</summary>
    public SmallDirectory WithoutLicence(int number)
    {
        unlicensed.Add(number);
        return this;
    }

    public static string Id(int number) => $"5a4d504c-0000-4000-8000-{number:d12}";

    public SmallDirectory With(
        int number, string mail, string? upn = null, string? department = null, string type = "Member", bool enabled = true, int? manager = null,
        params string[] groups)
    {
        var user = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["assignedLicenses"] = unlicensed.Contains(number) ? [] : new[] { new { skuId = Id(9000) } },
            ["id"] = Id(number), ["mail"] = mail, ["userPrincipalName"] = upn ?? mail, ["userType"] = type, ["accountEnabled"] = enabled, ["department"] = department,
        });
        people.Add((Id(number), user, groups, manager is { } above ? Id(above) : null));
        return this;
    }

    /// <summary>Answers a batch, part by part.</summary>
    public GraphReply Answer(GraphRequest request)
    {
        if (request.Path != "/v1.0/$batch") return new GraphReply(404, FakeGraph.Error("ResourceNotFound"));
        var parts = JsonNode.Parse(request.Body)!["requests"]!.AsArray();
        if (parts.Count is 0 or > 20) return new GraphReply(400, FakeGraph.Error("BadRequest"));
        return new GraphReply(200, new JsonObject { ["responses"] = new JsonArray([.. parts.Select(part => Part(part!)).Reverse()]) }.ToJsonString());
    }

    private JsonObject Part(JsonNode part)
    {
        var (method, url) = ((string)part["method"]!, Uri.UnescapeDataString((string)part["url"]!));
        Asked.Add((method, url));
        var reply = Instead.FirstOrDefault(pair => url.StartsWith(pair.Key, StringComparison.Ordinal)).Value ?? One(url, part["body"]?.ToJsonString() ?? "");
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        foreach (var (name, value) in reply.Headers) headers[name] = value;
        return new JsonObject
        {
            ["id"] = (string)part["id"]!, ["status"] = reply.Status, ["headers"] = headers, ["body"] = reply.Body.Length > 0 ? JsonNode.Parse(reply.Body) : null,
        };
    }

    /// <summary>Answers every user the filter could mean: telling them apart is the bot's task.</summary>
    private GraphReply One(string url, string body)
    {
        var path = url.Split('?')[0].Trim('/').Split('/');
        if (path is ["users"])
            return List(people.Where(one => Mentions(url, one.User)).Select(one => one.User));
        if (path is ["groups", var group, "members"])
            return List(people.Where(one => one.Groups.Contains(group)).Select(one => $$"""{"@odata.type":"#microsoft.graph.user","id":"{{one.Id}}"}""")
                .Append($$"""{"@odata.type":"#microsoft.graph.device","id":"{{Id(8000)}}"}"""));
        var person = people.FirstOrDefault(one => one.Id == path[1]);
        if (person.Id is null) return Gone;
        return path.Skip(2).FirstOrDefault() switch
        {
            null => new GraphReply(200, person.User),
            "checkMemberGroups" => List(person.Groups.Where(one => body.Contains(one, StringComparison.Ordinal)).Select(one => $"\"{one}\"")),
            "mailboxSettings" => new GraphReply(200, Replies.GetValueOrDefault(Number(person.Id), """{"status":"disabled","internalReplyMessage":"private words"}""")),
            _ => people.FirstOrDefault(one => one.Id == person.Manager) is { Id: not null } manager ? new GraphReply(200, manager.User) : Gone,
        };
    }

    private static int Number(string id) => int.Parse(id[^12..], System.Globalization.CultureInfo.InvariantCulture);

    private static GraphReply List(IEnumerable<string> items) => new(200, "{\"value\":[" + string.Join(',', items) + "]}");

    private static GraphReply Gone => new(404, FakeGraph.Error("Request_ResourceNotFound", "Resource 'someone@council.example' does not exist"));

    private static bool Mentions(string query, string user)
    {
        var json = JsonDocument.Parse(user).RootElement;
        return new[] { "mail", "userPrincipalName" }.Any(name =>
            query.Contains($"{name} eq '{json.GetProperty(name).GetString()!.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.OrdinalIgnoreCase));
    }
}
