namespace ConferenceBot.People;

/// <summary>Events 5100 to 5199. Counts and codes only: never an address, a name or a person.</summary>
internal static partial class PeopleLog
{
    [LoggerMessage(5100, LogLevel.Debug, "{Found} professionals of {Asked} addresses in council {Council}")]
    public static partial void PeopleFound(this ILogger logger, string council, int asked, int found);

    [LoggerMessage(5101, LogLevel.Warning, "Directory of council {Council} is away: {Code}, asked to wait {RetryAfter}")]
    public static partial void DirectoryAway(this ILogger logger, string council, string code, TimeSpan? retryAfter);

    [LoggerMessage(5102, LogLevel.Debug, "Looked at {Looked} of {Asked} people in council {Council}")]
    public static partial void Looked(this ILogger logger, string council, int looked, int asked);

    [LoggerMessage(5103, LogLevel.Warning, "Automatic replies of {Refused} people in council {Council} may not be read: it is not known whether they are away. Give the role Application MailboxSettings.Read in Exchange, or set People:AutomaticReplies to false")]
    public static partial void RepliesNotAllowed(this ILogger logger, string council, int refused);
}
