using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Page;

/// <summary>What the page shows of people beyond their chats: who they are to the bot, and whether they are there just now.</summary>
internal static class PeopleJson
{
    private const int Opens = 8, Closes = 18;

    /// <summary>Adds presence, kind and whether the bot knows the person.</summary>
    /// <param name="now">Procedure time.</param>
    /// <param name="busy">Addresses of those who are in a conference then.</param>
    public static JsonObject AddTo(JsonObject json, Person person, Tenant tenant, IReadOnlySet<string> busy, DateTimeOffset now)
    {
        var (presence, text) = Presence(person, tenant, busy, now);
        json["presence"] = presence;
        json["presenceText"] = text;
        json["kind"] = Kind(person, tenant);
        json["known"] = tenant.Membership.IsKnown(person);
        json["agencyKey"] = person.AgencyKey;
        return json;
    }

    /// <returns>Addresses of everybody invited to a conference that is under way.</returns>
    public static IReadOnlySet<string> Busy(MailboxCalendar calendar, DateTimeOffset now) => calendar.Entries()
        .Where(entry => entry.Start <= now && now < entry.End && Conferences.Stands(entry))
        .SelectMany(entry => entry.Invitees).Select(invitee => invitee.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static JsonObject Source(Tenant tenant) => new()
    {
        ["kind"] = tenant.Source.IsFile ? "file" : "sample",
        ["name"] = tenant.Source.Name,
        ["awaiting"] = tenant.People.Count(person => !tenant.Membership.IsKnown(person)),
        ["notes"] = new JsonArray([.. tenant.Source.Notes.Select(note => (JsonNode)note)]),
    };

    private static (string Presence, string? Text) Presence(Person person, Tenant tenant, IReadOnlySet<string> busy, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, tenant.Zone);
        var today = DateOnly.FromDateTime(local.Date);
        if (person.Leave is { } leave && today >= leave.First && today <= leave.Last)
            return ("outOfOffice", "On leave until " + leave.Last.ToString("ddd d MMM", CultureInfo.InvariantCulture));
        if (!tenant.IsWorkingDay(today) || local.Hour is < Opens or >= Closes)
            return ("offline", null);
        return busy.Contains(person.Mail) ? ("busy", "In a conference") : ("available", null);
    }

    private static string Kind(Person person, Tenant tenant) =>
        person.Groups.Contains(tenant.ChairsGroup) ? "chair"
        : tenant.Administrators.Contains(person.Id) ? "administrator"
        : tenant.People.Any(other => other.Manager == person.Id) ? "manager"
        : "practitioner";
}
