using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Page;

/// <summary>
/// POST /api/calendar/edits: <c>{ "edit": "move", "event": uid, "mailbox": address?, … }</c>. One row for each edit. Times are local to
/// <c>zone</c>, a Windows or IANA name, London's without one.
/// </summary>
internal sealed class CalendarEdits(SandboxServer sandbox)
{
    private const string London = "GMT Standard Time";
    private static readonly string[] Sensitivities = ["normal", "personal", "private", "confidential"];
    private static readonly string[] Responses = ["none", "organizer", "tentativelyAccepted", "accepted", "declined", "notResponded"];

    private TenantServices Services => sandbox.Services;

    private CalendarDesk Desk => Services.Desk;

    private Dictionary<string, Func<JsonObject, CalendarPlace, bool>> Table => field ??= new()
    {
        ["add"] = (body, place) => Entry(body, place) is { } entry && Desk.Add(entry, Boxes(body), Number(body, "everyDays"), Number(body, "count") ?? 1),
        ["copy"] = (body, place) => Desk.Copy(place.Event, body.Text("from") ?? Services.Mailboxes.Primary.Address, body.Text("to") ?? ""),
        ["move"] = (body, place) => Times(body) is var (start, end) && Desk.Move(place, start, end),
        ["delete"] = (_, place) => Desk.Delete(place),
        ["cancel"] = (body, place) => body.Flag("keep") ? Desk.CancelAndKeep(place) : Desk.Cancel(place),
        ["rename"] = (body, place) => body.Text("subject") is { } subject && Desk.Rename(place, subject, Words(body, "categories")),
        ["mark"] = (body, place) => body.Text("sensitivity") is { } how && Sensitivities.Contains(how) && Desk.Mark(place, how),
        ["invite"] = (body, place) => body.Text("address") is { } && Desk.Invite(place, Invitee(body)),
        ["uninvite"] = (body, place) => body.Text("address") is { } address && Desk.Uninvite(place, address),
        ["respond"] = (body, place) => (body.Text("address"), body.Text("response")) is ({ } address, { } response)
            && Responses.Contains(response) && Desk.Respond(place, address, response),
        ["chair"] = (body, place) => Services.Tenant.FindByMail(body.Text("address") ?? "") is { } chair && Desk.ReplaceChair(place, chair),
        ["locate"] = (body, place) => body.Text("location") is { } location && Desk.Change(place, entry => entry with { Location = location }),
        ["show"] = (body, place) => body.Text("showAs") is { } show && Desk.Change(place, entry => entry with { ShowAs = show }),
    };

    public IEnumerable<string> Names => Table.Keys;

    /// <summary>The bot is told as Graph tells it; <c>"settle": true</c> lets it read before this answers.</summary>
    public async Task<Answer> AnswerAsync(JsonObject body, CancellationToken cancellationToken)
    {
        if (body.Text("edit") is not { } name || !Table.TryGetValue(name, out var edit))
            return PageEndpoints.Bad($"edit must be one of {string.Join(", ", Names)}.");
        if (body.Text("event") is not { Length: > 0 } uid)
            return PageEndpoints.Bad("event must name an event.");
        if (!edit(body, new CalendarPlace(uid, body.Text("mailbox"))))
            return PageEndpoints.Bad("There is no such event or mailbox, or something is missing or impossible.");
        Services.Feed.Publish("calendar");
        if (body.Flag("settle"))
            await sandbox.Walk.SettleAsync(cancellationToken);
        return new Answer(200, new JsonObject { ["ok"] = true });
    }

    private IReadOnlyList<string> Boxes(JsonObject body) => body.Items("mailboxes").Any()
        ? [.. body.Items("mailboxes").Select(one => one?.ToString() ?? "")]
        : [body.Text("mailbox") ?? Services.Mailboxes.Primary.Address];

    private static CalendarEntry? Entry(JsonObject body, CalendarPlace place) => Times(body) is var (start, end) && start <= end
        ? new CalendarEntry(place.Event, place.Event, "singleInstance")
        {
            Start = start,
            End = end,
            IsAllDay = body.Flag("allDay"),
            Zone = body.Text("zone") ?? London,
            Subject = body.Text("subject") ?? "",
            Location = body.Text("location") ?? "",
            Sensitivity = body.Text("sensitivity") is { } how && Sensitivities.Contains(how) ? how : "normal",
            Categories = Words(body, "categories") ?? [],
            Organizer = body.Object("organizer") is { } organiser ? Invitee(organiser) with { Response = "organizer" } : null,
            Invitees = [.. body.Items("attendees").OfType<JsonObject>().Select(Invitee)],
        }
        : null;

    /// <summary>An all-day event goes from midnight to midnight, and Graph has it in UTC whatever the zone.</summary>
    private static (DateTimeOffset Start, DateTimeOffset End)? Times(JsonObject body)
    {
        if (TimeZones.Find(body.Flag("allDay") ? "UTC" : body.Text("zone") ?? London) is not { } zone
            || Iso.Read(body.Text("start")) is null || Iso.Read(body.Text("end")) is null)
            return null;
        return (Instant(body.Text("start")!, zone), Instant(body.Text("end")!, zone));
    }

    private static DateTimeOffset Instant(string text, TimeZoneInfo zone) =>
        text.EndsWith('Z') ? Iso.Read(text)!.Value : Iso.InZone(text, zone);

    private static Invitee Invitee(JsonObject body) => new(body.Text("name") ?? body.Text("address") ?? "", body.Text("address") ?? "",
        body.Text("kind") ?? "required", body.Text("response") ?? "notResponded");

    private static IReadOnlyList<string>? Words(JsonObject body, string name) =>
        body.ContainsKey(name) ? [.. body.Items(name).Select(one => one?.ToString() ?? "")] : null;

    private static int? Number(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
