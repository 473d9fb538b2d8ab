using System.Text.Json;

namespace ConferenceBot.Teams;

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
        catch (Exception e) when (IsUnreadable(e))
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
        catch (Exception e) when (IsUnreadable(e))
        {
            return (null, null);
        }
    }

    /// <summary>Texts and names that are not Unicode show themselves only when they are looked at.</summary>
    private static bool IsUnreadable(Exception e) => e is JsonException or InvalidOperationException;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Word(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => Tame(text.GetString()),
        { ValueKind: JsonValueKind.Number } number => Tame(number.GetRawText()),
        _ => null,
    };
}
