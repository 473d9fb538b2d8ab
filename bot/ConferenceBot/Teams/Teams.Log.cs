namespace ConferenceBot.Teams;

/// <summary>Events 2000 to 2099. Ids, codes and sizes only: never names, texts or bodies.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(2000, LogLevel.Information, "Token refused for council {Council}: {Reason}")]
    public static partial void TokenRefused(this ILogger logger, string council, string reason);

    [LoggerMessage(2001, LogLevel.Warning, "Body refused for council {Council} with {Status}")]
    public static partial void NotAnActivity(this ILogger logger, string council, int status);

    [LoggerMessage(2002, LogLevel.Warning, "Activity refused for council {Council}: {Refusal}")]
    public static partial void ActivityRefused(this ILogger logger, string council, InboundRefusal refusal);

    [LoggerMessage(2003, LogLevel.Error, "Turn {ActivityId} of council {Council} failed with {Exception}\n{Stack}")]
    public static partial void TurnFailed(this ILogger logger, string council, string activityId, string exception, string? stack);

    [LoggerMessage(2004, LogLevel.Information, "The connector's {Count} signing keys were fetched")]
    public static partial void KeysFetched(this ILogger logger, int count);

    [LoggerMessage(2005, LogLevel.Warning, "The connector's signing keys could not be fetched: {Reason}, {Failures} times in a row")]
    public static partial void KeysNotFetched(this ILogger logger, string reason, int failures);

    [LoggerMessage(2006, LogLevel.Warning, "A token was not checked: the connector's signing keys are away")]
    public static partial void TokenUnchecked(this ILogger logger);

    [LoggerMessage(2007, LogLevel.Warning, "A card action of council {Council} takes long and goes on after its answer: turn {ActivityId}")]
    public static partial void TurnGoesOn(this ILogger logger, string council, string activityId);

    [LoggerMessage(2010, LogLevel.Warning, "{Operation} for council {Council} failed: status {Status}, code {Code}, advice {Advice}, correlation {Correlation}")]
    public static partial void CallFailed(
        this ILogger logger, ConnectorOperation operation, string council, int? status, string? code, DeliveryAdvice advice, string? correlation);

    [LoggerMessage(2011, LogLevel.Error, "Token withheld from {Host} for council {Council}: {Fault}")]
    public static partial void TokenWithheld(this ILogger logger, string host, string council, ServiceUrlFault fault);

    [LoggerMessage(2012, LogLevel.Warning, "Activity of {Bytes} bytes for council {Council} is above the soft limit of {Limit}")]
    public static partial void LargeActivity(this ILogger logger, int bytes, string council, int limit);

    [LoggerMessage(2013, LogLevel.Information, "Token of council {Council} was refused with 401 and is asked for again")]
    public static partial void TokenRenewed(this ILogger logger, string council);
}
