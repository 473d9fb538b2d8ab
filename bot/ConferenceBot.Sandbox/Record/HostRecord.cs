using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Record;

/// <summary>What the host last said had happened: ids and codes, as it wrote them.</summary>
/// <param name="before">The record before it; what it said of events that are gone is still known.</param>
internal sealed class HostRecord(JsonObject council, HostRecord? before = null)
{
    public static HostRecord Nothing { get; } = new([]);

    public IReadOnlyList<JsonNode> Conferences { get; } = Of(council, "conferences");
    public IReadOnlyList<JsonNode> Notices { get; } = Of(council, "notices");
    public IReadOnlyList<JsonNode> Deliveries { get; } = Of(council, "deliveries");
    public IReadOnlyList<JsonNode> Acts { get; } = Of(council, "acts");
    public IReadOnlyList<JsonNode> Dues { get; } = Of(council, "dues");
    public IReadOnlyList<JsonNode> Mailboxes { get; } = Of(council, "mailboxes");

    /// <summary>The latest look at each event, by the event's id.</summary>
    public ILookup<string, JsonNode> Looks { get; } = Of(council, "looks").ToLookup(look => look.Text("eventId") ?? "");

    private readonly Dictionary<Guid, JsonNode> _byId = Of(council, "conferences").ToDictionary(conference => conference.Id("id"));
    private readonly Dictionary<string, Guid> _byEvent = Events(council, before);
    private readonly ILookup<string, Guid> _byActivity = Of(council, "deliveries").Where(delivery => delivery.Text("activityId") is not null)
        .ToLookup(delivery => delivery.Text("activityId")!, delivery => delivery.Id("conference"));

    public JsonNode? Conference(Guid id) => _byId.GetValueOrDefault(id);

    /// <returns>The conference that the event is, or was before it went from the calendar.</returns>
    public JsonNode? OfEvent(string eventId) => _byEvent.TryGetValue(eventId, out var id) ? Conference(id) : null;

    /// <returns>The bot's own short reference, or null.</returns>
    public string? Reference(Guid conference) => Conference(conference).Text("reference");

    /// <returns>The reference of the conference whose card that activity shows, or null.</returns>
    public string? ReferenceOf(string? activityId) =>
        activityId is null ? null : _byActivity[activityId].Select(Reference).FirstOrDefault(reference => reference is not null);

    /// <summary>Whether the host has said that it sent that activity.</summary>
    public bool Knows(string activityId) => _byActivity.Contains(activityId);

    private static List<JsonNode> Of(JsonObject council, string name) => [.. council.Items(name).OfType<JsonNode>()];

    private static Dictionary<string, Guid> Events(JsonObject council, HostRecord? before)
    {
        var events = new Dictionary<string, Guid>(before?._byEvent ?? []);
        foreach (var conference in Of(council, "conferences"))
            foreach (var place in conference.Items("events"))
                events[place.Text("eventId") ?? ""] = conference.Id("id");
        return events;
    }
}
