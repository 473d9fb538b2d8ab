using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>One calendar as the host's /health has it; calendars go by their place in the settings.</summary>
/// <param name="Problem">Why it was not read the last time; null when it was.</param>
/// <param name="Subscribed">Whether the host believes that it is told of changes.</param>
internal sealed record CalendarHealth(int Place, string? Problem, bool Subscribed, string? SubscriptionProblem);

/// <summary>What /health says of all calendars.</summary>
/// <param name="SecondsAhead">How far Graph's clock is ahead, when that is worth saying.</param>
internal sealed record CalendarsHealth(IReadOnlyList<CalendarHealth> Mailboxes, int? SecondsAhead)
{
    public CalendarHealth? At(int place) => Mailboxes.FirstOrDefault(one => one.Place == place);

    public static CalendarsHealth? Read(JsonObject? body)
    {
        if (body.Object("checks").Object("calendars").Object("data") is not { } data)
            return null;
        var mailboxes = new List<CalendarHealth>();
        int? ahead = null;
        foreach (var (key, value) in data)
        {
            if (key.EndsWith(".graphClockAheadSeconds", StringComparison.Ordinal))
                ahead = (int?)value;
            else if (value is JsonObject one && int.TryParse(key.Split('[', ']').ElementAtOrDefault(1), out var place))
                mailboxes.Add(new CalendarHealth(place, one.Text("problem"), one.Flag("subscribed"), one.Text("subscriptionProblem")));
        }
        return new CalendarsHealth(mailboxes, ahead);
    }
}
