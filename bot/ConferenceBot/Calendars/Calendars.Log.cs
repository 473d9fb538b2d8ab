namespace ConferenceBot.Calendars;

/// <summary>Events 5000 to 5099. Counts, codes and Outlook's opaque event ids only: never a mailbox, a subject or an address.</summary>
internal static partial class CalendarsLog
{
    [LoggerMessage(5000, LogLevel.Debug,
        "Page of council {Council}: {Events} events, {Conferences} of them conferences, {Removed} removed, {Unreadable} unreadable")]
    public static partial void PageRead(this ILogger logger, string council, int events, int conferences, int removed, int unreadable);

    [LoggerMessage(5001, LogLevel.Warning, "Calendar of council {Council} is away: {Code}, asked to wait {RetryAfter}")]
    public static partial void CalendarAway(this ILogger logger, string council, string code, TimeSpan? retryAfter);

    [LoggerMessage(5002, LogLevel.Information, "Link of council {Council} is outdated; a full round starts")]
    public static partial void LinkOutdated(this ILogger logger, string council);

    [LoggerMessage(5003, LogLevel.Warning, "Stored link of council {Council} leads to another origin and was not followed; a full round starts")]
    public static partial void LinkOfAnotherOrigin(this ILogger logger, string council);

    [LoggerMessage(5004, LogLevel.Warning, "Event '{EventId}' of council {Council} could not be read and was left out")]
    public static partial void EventUnreadable(this ILogger logger, string council, string eventId);
}
