using System.Net.Http.Headers;
using System.Text.Json;

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

/// <summary>Finds the codes in an error's body.</summary>
internal static class ConnectorErrorBody
{
    private const int LongestCode = 80;

    /// <summary>The outer code and, where there is one, the nested sub-code; nulls for a body without any.</summary>
    public static (string? Code, string? SubCode) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return ReadObject(document.RootElement);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    /// <summary>A service's word made fit for a log: one short line of plain characters.</summary>
    public static string? Tame(string? word) => string.IsNullOrWhiteSpace(word)
        ? null
        : new([.. word.Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '+' or '/' or '=').Take(LongestCode)]);

    private static (string? Code, string? SubCode) ReadObject(JsonElement root)
    {
        var error = Member(root, "error") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        var code = Word(Member(error, "code")) ?? Word(Member(error, "errorCode"));
        var (nestedCode, subCode) = Member(error, "message") is { ValueKind: JsonValueKind.String } message
            ? Nested(message.GetString()!)
            : (null, null);
        if (Member(error, "innerHttpError") is { } http && Member(http, "body") is { ValueKind: JsonValueKind.Object } body && subCode is null)
        {
            var (bodyCode, bodySubCode) = ReadObject(body);
            (nestedCode, subCode) = (nestedCode ?? bodyCode, bodySubCode);
        }

        return (code ?? nestedCode, subCode ?? Word(Member(error, "subCode")) ?? (code is null ? null : nestedCode));
    }

    private static (string? Code, string? SubCode) Nested(string message)
    {
        if (!message.AsSpan().TrimStart().StartsWith('{'))
            return (null, null);
        try
        {
            using var document = JsonDocument.Parse(message);
            return (Word(Member(document.RootElement, "code")), Word(Member(document.RootElement, "subCode")));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Word(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => Tame(text.GetString()),
        { ValueKind: JsonValueKind.Number } number => Tame(number.GetRawText()),
        _ => null,
    };
}
