using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Graph;

namespace ConferenceBot.Sandbox.Page;

/// <summary>Moves or cancels a conference in the sandbox's calendar, as somebody would in Outlook. A file that it was read from stays as it is.</summary>
internal static class CalendarActs
{
    private const int DaysOn = 7;

    /// <returns>The conference that the person is invited to and that still stands, the first of several; null when there is none.</returns>
    public static CalendarEntry? ConferenceOf(SandboxServer sandbox, Person person) => sandbox.Services.Calendar.Entries()
        .FirstOrDefault(entry => Conferences.Stands(entry) && entry.Invitees.Any(invitee => invitee.Address == person.Mail));

    /// <summary>A week on, at the same time of day.</summary>
    public static bool Move(SandboxServer sandbox, CalendarEntry entry) =>
        sandbox.Services.Changes.Move(entry.Key, WeekOn(entry.Start, sandbox.Services.Tenant.Zone), WeekOn(entry.End, sandbox.Services.Tenant.Zone));

    public static bool Cancel(SandboxServer sandbox, CalendarEntry entry) => sandbox.Services.Changes.Cancel(entry.Key);

    /// <summary>Takes <c>{ "move": person }</c> or <c>{ "cancel": person }</c>, changes the person's conference and lets the bot read.</summary>
    public static async Task<Answer> AnswerAsync(SandboxServer sandbox, JsonObject body, CancellationToken cancellationToken)
    {
        var (move, cancel) = (body.Text("move"), body.Text("cancel"));
        if ((move is null) == (cancel is null) || !Guid.TryParse(move ?? cancel, out var id) || sandbox.Services.Tenant.Find(id) is not { } person)
            return PageEndpoints.Bad("Either move or cancel must name a person of the tenant.");
        if (ConferenceOf(sandbox, person) is not { } entry || !(move is null ? Cancel(sandbox, entry) : Move(sandbox, entry)))
            return PageEndpoints.Bad("The person is invited to no conference that stands.");
        sandbox.Services.Feed.Publish("calendar");
        await sandbox.Walk.SettleAsync(cancellationToken);
        return new Answer(200, new JsonObject { ["ok"] = true });
    }

    private static DateTimeOffset WeekOn(DateTimeOffset at, TimeZoneInfo zone)
    {
        var wall = TimeZoneInfo.ConvertTime(at, zone).DateTime.AddDays(DaysOn);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
