using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Record;

namespace ConferenceBot.Sandbox.Page;

/// <summary>The calendar strip: each event with what the bot has made of it. No subject.</summary>
internal static class CalendarJson
{
    public static JsonArray Write(MailboxCalendar calendar, HostRecord record) => new([.. calendar.All()
        .Where(entry => entry.Type != "seriesMaster").Select(entry => (JsonNode)Event(entry, calendar, record))]);

    private static JsonObject Event(CalendarEntry entry, MailboxCalendar calendar, HostRecord record)
    {
        var id = EventJson.Id(entry.Key, true);
        var conference = record.OfEvent(id);
        var look = record.Looks[id].FirstOrDefault();
        return new JsonObject
        {
            ["id"] = id,
            ["start"] = Iso.Write(entry.Start),
            ["end"] = Iso.Write(entry.End),
            ["subjectHidden"] = true,
            ["kind"] = conference is not null || Conferences.Says(entry) ? "conference" : "other",
            ["status"] = entry.IsDeleted || entry.IsCancelled ? "cancelled" : calendar.WasMoved(entry.Key) ? "moved" : "planned",
            ["reference"] = conference.Text("reference"),
            ["type"] = conference is null ? null : RecordWords.Type(conference.Text("type")),
            ["recognition"] = look is null ? null : RecordWords.Recognition(look),
            ["people"] = conference is null ? null : new JsonObject
            {
                ["known"] = conference.Items("participants").Count(),
                ["unknown"] = conference["unconfirmed"]?.DeepClone(),
            },
            ["dues"] = conference is null ? new JsonArray() : Dues(conference, record),
        };
    }

    /// <summary>Deadlines past and to come, and what the bot looks at next; none of a cancelled conference.</summary>
    private static JsonArray Dues(JsonNode conference, HostRecord record)
    {
        if (conference.Text("status") != "Planned")
            return [];
        var deadlines = conference.Items("deadlines").Select(deadline => (At: deadline.Text("at"), What: (string?)Deadline(deadline)));
        var next = record.Dues.Where(due => due.Id("conference") == conference.Id("id"))
            .Select(due => (At: due.Text("at"), What: What(due, conference)));
        var all = deadlines.Concat(next).Where(due => due.What is not null).Distinct().OrderBy(due => Iso.Read(due.At));
        return new([.. all.Select(due => (JsonNode)new JsonObject
        {
            ["at"] = Iso.Read(due.At) is { } at ? Iso.Write(at) : null,
            ["what"] = due.What,
        })]);
    }

    private static string Deadline(JsonNode? deadline)
    {
        var (open, reports) = (deadline?["open"]?.GetValue<int>() ?? 0, deadline?["reports"]?.GetValue<int>() ?? 0);
        var to = deadline.Text("what") == "family" ? "the family" : "the chair";
        return $"Reports to {to} due ({(open == 0 ? "all answered" : $"{open} of {reports} open")})";
    }

    private static string? What(JsonNode due, JsonNode conference) => due.Text("kind") switch
    {
        "Conference" => Iso.Read(due.Text("at")) < Iso.Read(conference.Text("start")) ? "The chair's summary" : null,
        "Flag" => "A concern waits for an answer",
        "Escalation" => "An escalation waits for a decision",
        _ => null,
    };
}
