using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Page;

/// <summary>The page's view of everything. Subjects of events are never in it.</summary>
internal static class StateJson
{
    public static JsonObject Write(SandboxServer sandbox)
    {
        var services = sandbox.Services;
        var busy = PeopleJson.Busy(services.Calendar, services.Clock.Now);
        return new JsonObject
        {
            ["now"] = Iso.Write(services.Clock.Now),
            ["council"] = services.Tenant.Name,
            ["people"] = new JsonArray([.. services.Chats.All.Select(chat => (JsonNode)PeopleJson.AddTo(
                Person(chat, services.Tenant), chat.Person, services.Tenant, busy, services.Clock.Now))]),
            ["cast"] = services.Tenant.Cast?.ToJson(),
            ["source"] = PeopleJson.Source(services.Tenant),
            ["conferences"] = CalendarJson.Write(services.Calendar, sandbox.Happened.Record),
            ["host"] = new JsonObject
            {
                ["ready"] = sandbox.IsHostReady,
                ["starting"] = sandbox.Starting is not null,
                ["progress"] = sandbox.Starting,
                ["pid"] = sandbox.Host?.Pid ?? 0,
                ["restarts"] = sandbox.Host?.Restarts ?? 0,
            },
            ["clock"] = new JsonObject
            {
                ["walking"] = sandbox.Walk.IsWalking,
                ["nextDue"] = sandbox.Walk.Last?.NextDue is { } due ? Iso.Write(due) : null,
                ["quiet"] = sandbox.Walk.Last?.Quiet ?? false,
                ["waiting"] = new JsonArray([.. (sandbox.Walk.Last?.Waiting ?? []).Select(item => (JsonNode)item)]),
            },
            ["faults"] = new JsonObject(FaultCatalogue.Parts.Select(part => KeyValuePair.Create(part, (JsonNode?)sandbox.Faults.Mode(part)))),
            ["faultControls"] = FaultCatalogue.ToJson(),
            ["recovery"] = sandbox.Recovery.ToJson(),
        };
    }

    public static JsonObject Person(Chat chat, Tenant tenant) => new()
    {
        ["id"] = chat.Person.Id.ToString(),
        ["name"] = chat.Person.Name,
        ["role"] = chat.Person.Role,
        ["agency"] = tenant.AgencyName(chat.Person),
        ["unread"] = chat.Unread,
        ["hasChat"] = chat.Messages().Count > 0,
    };

    /// <summary>Starts of the conferences that still stand and can be recognised, in order.</summary>
    public static IEnumerable<DateTimeOffset> ConferenceStarts(MailboxCalendar calendar) =>
        calendar.Entries().Where(Conferences.Stands).Select(entry => entry.Start);
}
