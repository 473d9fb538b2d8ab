using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Calendars;

/// <summary>Mailboxes and window of each council, from its settings.</summary>
internal sealed class CalendarScope(IOptionsMonitor<CalendarsOptions> options) : ICalendarScope
{
    public IReadOnlyList<string> Mailboxes(CouncilKey council) => options.Get(council.Value).Mailboxes;

    /// <summary>Whole UTC days, so that the window of a round does not depend on the minute it starts.</summary>
    public CalendarWindow WindowAt(CouncilKey council, DateTimeOffset now)
    {
        var window = options.Get(council.Value).Window;
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return new CalendarWindow(today.AddDays(-window.DaysBack), today.AddDays(window.DaysAhead + 1));
    }
}
