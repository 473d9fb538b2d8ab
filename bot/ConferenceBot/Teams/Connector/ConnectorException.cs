namespace ConferenceBot.Teams;

/// <summary>What the sender does next about a call that failed.</summary>
internal enum DeliveryAdvice
{
    /// <summary>Try the same call again, not before <see cref="ConnectorException.RetryAfter"/>, else with back-off.</summary>
    Retry,

    /// <summary>The app is not installed for the person: wait for the installation, or install it.</summary>
    WaitForInstall,

    /// <summary>The conversation's id is not valid any more: forget it and create it again.</summary>
    RecreateConversation,

    /// <summary>The activity is gone: send a new one.</summary>
    SendNew,

    /// <summary>The person cannot be written to in Teams: use another way.</summary>
    OtherDoor,

    /// <summary>Repeating cannot help and neither can another person's action in Teams: alarm.</summary>
    GiveUp,

    /// <summary>The activity is too big: send a smaller one.</summary>
    ShrinkCard,
}

/// <summary>The calls, for the log and for advice that depends on them.</summary>
internal enum ConnectorOperation
{
    CreateConversation,
    SendToConversation,
    UpdateActivity,
    DeleteActivity,
}

/// <summary>A connector call that did not succeed. Its message holds no part of an activity.</summary>
internal sealed class ConnectorException(
    ConnectorOperation operation, int? statusCode, string? code, DeliveryAdvice advice, Exception? inner = null)
    : Exception($"{operation} failed: status {statusCode?.ToString() ?? "none"}, code {code ?? "none"}, advice {advice}.", inner)
{
    /// <summary>Code: no answer within <see cref="ConnectorClient.CallTimeout"/>.</summary>
    public const string TimedOut = "TimedOut";

    /// <summary>Code: the connection failed.</summary>
    public const string NetworkFailure = "NetworkFailure";

    /// <summary>Code: no token could be had.</summary>
    public const string TokenUnavailable = "TokenUnavailable";

    /// <summary>Code: the service URL is not one the council's token may go to; nothing was sent.</summary>
    public const string ServiceUrlNotAllowed = "ServiceUrlNotAllowed";

    /// <summary>Code: the activity is above <see cref="ActivitySize.HardLimit"/>; nothing was sent.</summary>
    public const string CardTooLarge = "CardTooLarge";

    /// <summary>Code: the connector accepted, but its answer has no conversation id.</summary>
    public const string NoConversationId = "NoConversationId";

    public ConnectorOperation Operation { get; } = operation;

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? StatusCode { get; } = statusCode;

    /// <summary>The service's code, or one of the constants here; null when the answer had none.</summary>
    public string? Code { get; } = code;

    public DeliveryAdvice Advice { get; } = advice;

    /// <summary>The more precise code inside Teams' own errors, such as <c>MessageWritesBlocked</c>.</summary>
    public string? SubCode { get; init; }

    /// <summary>How long the service asks to wait, from the moment of the answer; null when it does not say, never negative.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the call may have had its effect all the same; a message sent again may then be there twice.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>The service's own id of the call, for its support.</summary>
    public string? Correlation { get; init; }
}
