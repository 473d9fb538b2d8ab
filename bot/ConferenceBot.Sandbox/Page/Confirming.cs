using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Page;

/// <summary>Says that people are professionals, as an administrator would who adds them to their agency's group in the directory.</summary>
internal static class Confirming
{
    private const int MostTries = 5;

    /// <summary>Confirms, saves the calendar again so that the bot looks at it once more, and lets the bot read.</summary>
    /// <param name="people">Null confirms everybody who awaits it.</param>
    /// <returns>How many were not known before.</returns>
    public static async Task<int> ConfirmAsync(SandboxServer sandbox, IEnumerable<Person>? people, CancellationToken cancellationToken)
    {
        var services = sandbox.Services;
        var confirmed = (people ?? services.Tenant.People).Where(services.Tenant.Membership.Confirm).ToList();
        if (confirmed.Count == 0)
            return 0;
        foreach (var person in confirmed)
            services.Log.Add("person", person.Id, person.Name + " is confirmed as a professional.");
        services.Calendar.Touch();
        services.Feed.Publish("people");
        // A calendar of many hundreds of conferences takes longer than one answer may.
        for (var tries = 0; tries < MostTries && await sandbox.Walk.SettleAsync(cancellationToken) is null && sandbox.IsHostReady; tries++)
            services.Log.Add("clock", null, "The bot is still reading the calendar.");
        return confirmed.Count;
    }

    public static async Task<Answer> AnswerAsync(SandboxServer sandbox, JsonObject body, CancellationToken cancellationToken)
    {
        var given = body.ContainsKey("ids") ? body.Items("ids").Select(id => Guid.TryParse(id?.ToString(), out var guid) ? guid : Guid.Empty).ToList() : null;
        var people = given?.Select(sandbox.Services.Tenant.Find).ToList();
        if (people?.Contains(null) ?? false)
            return PageEndpoints.Bad("ids must name people of the tenant.");
        return new Answer(200, new JsonObject { ["confirmed"] = await ConfirmAsync(sandbox, people?.OfType<Person>(), cancellationToken) });
    }
}
