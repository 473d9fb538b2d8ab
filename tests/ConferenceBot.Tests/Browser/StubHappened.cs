using System.Text.Json.Nodes;
using System.Web;

namespace ConferenceBot.Tests.Browser;

/// <summary>A record of four lines and what a test adds, narrowed as the sandbox would.</summary>
internal sealed class StubHappened
{
    private const string Gita = "5a4d504c-0000-4000-8000-000000000007";

    private readonly List<(string Kind, string? Who, string? Conference, string Text, string? Detail)> _lines =
    [
        ("read", null, null, "The bot read 5 calendar events.", null),
        ("decision", null, "AB-101", "Conference AB-101 is taken on.", "Audit row 1"),
        ("delivery", Gita, "AB-101", "Gita Demoworth gets: You have a task. Open when private.", "Sent at first attempt."),
        ("clock", null, null, "The clock stops.", null),
    ];

    public void Add(string text) => _lines.Add(("bot", null, null, text, null));

    public JsonObject Answer(string query)
    {
        var asked = HttpUtility.ParseQueryString(query);
        var after = int.Parse(asked["after"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var shown = _lines.Select((line, index) => (Line: line, Seq: index + 1)).Where(one => one.Seq > after
            && (asked["kind"] ?? one.Line.Kind) == one.Line.Kind
            && (asked["conference"] ?? one.Line.Conference) == one.Line.Conference
            && (asked["person"] ?? one.Line.Who) == one.Line.Who);
        return new JsonObject
        {
            ["lines"] = new JsonArray([.. shown.Select(one => (JsonNode)Json(one.Line, one.Seq))]),
            ["kinds"] = new JsonArray(Kind("read", "Calendar read"), Kind("decision", "Decision"), Kind("delivery", "Delivery"), Kind("clock", "Clock")),
            ["conferences"] = new JsonArray("AB-101", "AB-102"),
        };
    }

    private static JsonObject Json((string Kind, string? Who, string? Conference, string Text, string? Detail) line, int seq) => new()
    {
        ["seq"] = seq, ["at"] = "2026-05-11T08:00:00Z", ["kind"] = line.Kind, ["who"] = line.Who, ["conference"] = line.Conference,
        ["text"] = line.Text, ["detail"] = line.Detail,
    };

    private static JsonObject Kind(string kind, string label) => new() { ["kind"] = kind, ["label"] = label };
}
