using System.Net.Http.Headers;

namespace ConferenceBot.Teams;

/// <summary>Reads an unsuccessful answer: what it is called and what to do about it. The published table of status codes, as code.</summary>
internal static class ConnectorErrors
{
    /// <summary>The failure, whatever the body is: the Bot Framework's error, Teams' own with JSON inside a text, empty, or HTML.</summary>
    public static ConnectorException From(
        ConnectorOperation operation, int status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var (code, subCode) = ConnectorErrorBody.Read(body);
        return new ConnectorException(operation, status, code, Advice(operation, status, subCode ?? code, code))
        {
            SubCode = subCode,
            RetryAfter = RetryAfter(headers, now),
            MayHaveArrived = status is 500 or 502 or 504,
            Correlation = Correlation(headers),
        };
    }

    private static DeliveryAdvice Advice(ConnectorOperation operation, int status, string? precise, string? code) =>
        Named(precise) ?? Named(code) ?? (status, operation) switch
        {
            (412 or 429 or 502 or 503 or 504, _) => DeliveryAdvice.Retry,
            (403, ConnectorOperation.CreateConversation) => DeliveryAdvice.WaitForInstall,
            (403, _) => DeliveryAdvice.OtherDoor,
            (404, ConnectorOperation.SendToConversation) => DeliveryAdvice.RecreateConversation,
            (404, ConnectorOperation.UpdateActivity) => DeliveryAdvice.SendNew,
            (413, _) => DeliveryAdvice.ShrinkCard,
            _ => DeliveryAdvice.GiveUp,
        };

    private static DeliveryAdvice? Named(string? code) => code switch
    {
        "BotNotInConversationRoster" => DeliveryAdvice.WaitForInstall,
        "ConversationNotFound" => DeliveryAdvice.RecreateConversation,
        "ActivityNotFoundInConversation" => DeliveryAdvice.SendNew,
        "BotDisabledByAdmin" or "ConversationBlockedByUser" or "MessageWritesBlocked" => DeliveryAdvice.OtherDoor,
        "NotEnoughPermissions" or "AclCheckFailed" => DeliveryAdvice.OtherDoor,
        "Throttled" or "PreconditionFailed" => DeliveryAdvice.Retry,
        "MessageSizeTooBig" => DeliveryAdvice.ShrinkCard,

        // The government host must be configured; the application must be registered; the payload or the service is wrong.
        "InvalidBotApiHost" or "BotNotRegistered" or "Bad Argument" or "BadArgument" or "ServiceError" => DeliveryAdvice.GiveUp,
        _ => null,
    };

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Correlation(HttpResponseHeaders headers)
    {
        foreach (var name in (ReadOnlySpan<string>)["X-Correlating-OperationId", "MS-CV"])
        {
            if (headers.TryGetValues(name, out var values))
                return ConnectorErrorBody.Tame(values.First());
        }

        return null;
    }
}
