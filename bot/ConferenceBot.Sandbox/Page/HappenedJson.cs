using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Record;

namespace ConferenceBot.Sandbox.Page;

/// <summary>What happened, for the page: filtered, and only the newest lines.</summary>
internal static class HappenedJson
{
    private const int Most = 300;

    private static readonly (string Kind, string Label)[] Kinds =
    [
        ("read", "Calendar read"), ("decision", "Decision"), ("notice", "Notice"), ("delivery", "Delivery"), ("reply", "Reply"),
        ("audit", "Audit"), ("person", "Person"), ("bot", "Bot"), ("clock", "Clock"), ("fault", "Fault"),
    ];

    public static async Task<Answer> GetAsync(Happened happened, IQueryCollection query, CancellationToken cancellationToken)
    {
        var lines = await happened.AllAsync(cancellationToken);
        return new Answer(200, Write(lines, happened.Record, query["conference"], query["person"], query["kind"], query["after"]));
    }

    /// <summary>An empty condition holds for every line; one that cannot be read holds for none.</summary>
    public static JsonObject Write(
        IReadOnlyList<Line> lines, HostRecord record, string? conference, string? person, string? kind, string? after)
    {
        var from = long.TryParse(after, out var seq) ? seq : 0;
        var who = Guid.TryParse(person, out var id) ? id : Guid.Empty;
        var found = lines.Where(line => line.Seq > from
            && (string.IsNullOrEmpty(conference) || line.Conference == conference)
            && (string.IsNullOrEmpty(person) || line.Who == who)
            && (string.IsNullOrEmpty(kind) || line.Kind == kind));
        return new JsonObject
        {
            ["lines"] = new JsonArray([.. found.TakeLast(Most).Select(line => (JsonNode)line.ToJson())]),
            ["kinds"] = new JsonArray([.. Kinds.Select(one => (JsonNode)new JsonObject { ["kind"] = one.Kind, ["label"] = one.Label })]),
            ["conferences"] = new JsonArray([.. record.Conferences.Select(one => (JsonNode?)one.Text("reference"))]),
        };
    }
}
