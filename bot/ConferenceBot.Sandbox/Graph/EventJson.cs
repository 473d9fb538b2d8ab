using System.Globalization;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>One entry as Graph writes it.</summary>
internal static class EventJson
{
    /// <returns>The entry's id: the ordinary and the immutable one differ, as in Graph.</returns>
    public static string Id(string key, bool immutable, string salt = "") => (immutable ? "AAkALg" : "AAMkAD") + Ids.OpaqueFrom(key + immutable + salt, 30);

    public static JsonObject Removed(string key, bool immutable, string salt = "") => new()
    {
        ["@odata.type"] = "#microsoft.graph.event",
        ["id"] = Id(key, immutable, salt),
        ["@removed"] = new JsonObject { ["reason"] = "deleted" },
    };

    /// <summary>An occurrence carries few members; its master has the rest. Everything else comes whole.</summary>
    public static JsonObject Write(CalendarEntry entry, TimeZoneInfo zone, bool immutable, bool whole = false)
    {
        var json = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.event",
            ["@odata.etag"] = $"W/\"{ChangeKey(entry)}\"",
            ["id"] = Id(entry.Key, immutable, entry.Salt),
            ["type"] = entry.Type,
            ["seriesMasterId"] = entry.MasterKey is null ? null : Id(entry.MasterKey, immutable, entry.Salt),
            ["start"] = Time(entry.Start, zone),
            ["end"] = Time(entry.End, zone),
        };
        if (whole || entry.Type != "occurrence")
            AddWhole(json, entry);
        return json;
    }

    private static void AddWhole(JsonObject json, CalendarEntry entry)
    {
        json["iCalUId"] = entry.Uid;
        json["changeKey"] = ChangeKey(entry);
        json["createdDateTime"] = Instant(entry.LastModified);
        json["lastModifiedDateTime"] = Instant(entry.LastModified);
        json["categories"] = new JsonArray([.. entry.Categories.Select(name => (JsonNode)name)]);
        json["transactionId"] = null;
        json["originalStart"] = entry.OriginalStart is { } original ? Instant(original) : null;
        json["subject"] = entry.Subject;
        json["bodyPreview"] = entry.Body;
        json["body"] = new JsonObject { ["contentType"] = "text", ["content"] = entry.Body };
        json["importance"] = "normal";
        json["sensitivity"] = entry.Sensitivity;
        json["isAllDay"] = entry.IsAllDay;
        json["isCancelled"] = entry.IsCancelled;
        json["isOrganizer"] = IsOrganizer(entry);
        json["showAs"] = entry.ShowAs;
        json["hasAttachments"] = false;
        json["originalStartTimeZone"] = entry.Zone;
        json["originalEndTimeZone"] = entry.Zone;
        json["responseStatus"] = Response(IsOrganizer(entry) ? "organizer" : ResponseOf(entry));
        json["location"] = new JsonObject { ["displayName"] = entry.Location };
        json["organizer"] = entry.Organizer is null ? null : new JsonObject { ["emailAddress"] = Address(entry.Organizer) };
        json["attendees"] = new JsonArray([.. entry.Invitees.Select(invitee => (JsonNode)new JsonObject
        {
            ["type"] = invitee.Kind,
            ["status"] = Response(invitee.Response),
            ["emailAddress"] = Address(invitee),
        })]);
        json["onlineMeeting"] = null;
    }

    private static bool IsOrganizer(CalendarEntry entry) =>
        entry.Salt.Length == 0 || entry.Salt.Equals(entry.Organizer?.Address, StringComparison.OrdinalIgnoreCase);

    private static string ResponseOf(CalendarEntry entry) => entry.Invitees
        .FirstOrDefault(invitee => invitee.Address.Equals(entry.Salt, StringComparison.OrdinalIgnoreCase))?.Response ?? "notResponded";

    public static string ChangeKey(CalendarEntry entry) => Ids.OpaqueFrom($"{entry.Key}#{entry.Version}{entry.Salt}", 16);

    private static JsonObject Address(Invitee invitee) => new() { ["name"] = invitee.Name, ["address"] = invitee.Address };

    private static JsonObject Response(string response) => new() { ["response"] = response, ["time"] = "0001-01-01T00:00:00Z" };

    private static JsonObject Time(DateTimeOffset instant, TimeZoneInfo zone) => new()
    {
        ["dateTime"] = TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:ss'.0000000'", CultureInfo.InvariantCulture),
        ["timeZone"] = zone.Id,
    };

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
