namespace ConferenceBot.People;

/// <summary>Events 5100 to 5199. Counts and codes only: never an address, a name or a person.</summary>
internal static partial class PeopleLog
{
    [LoggerMessage(5100, LogLevel.Debug, "{Found} professionals of {Asked} addresses in council {Council}")]
    public static partial void PeopleFound(this ILogger logger, string council, int asked, int found);

    [LoggerMessage(5101, LogLevel.Warning, "Directory of council {Council} is away: {Code}, asked to wait {RetryAfter}")]
    public static partial void DirectoryAway(this ILogger logger, string council, string code, TimeSpan? retryAfter);
}
