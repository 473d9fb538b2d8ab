using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Graph's error shape, and the errors the tenant gives.</summary>
internal static class GraphAnswers
{
    public static Answer Error(int status, string code, string message) => new(status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject { ["request-id"] = Ids.RandomGuid().ToString() },
        },
    });

    public static Answer NoToken() => Error(401, "InvalidAuthenticationToken", "Access token is empty, expired or invalid.") with
    {
        Headers = new() { ["WWW-Authenticate"] = "Bearer realm=\"\"" },
    };

    public static Answer NoSuchPath(string path) =>
        Error(400, "BadRequest", $"Resource not found for the segment '{path.Split('/')[0]}'.") with { Status = 404 };

    public static Answer NoSuchUser(string id) => Error(404, "Request_ResourceNotFound",
        $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public static Answer TooMany(string code, string message, int seconds) => Error(429, code, message) with
    {
        Headers = new() { ["Retry-After"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };

    /// <summary>Graph refuses an OData option it does not have; others it ignores, as it does here.</summary>
    /// <returns>The refusal, or null.</returns>
    public static Answer? UnknownOption(GraphCall call, params IEnumerable<string> allowed) =>
        call.Query.Keys.FirstOrDefault(name => name.StartsWith('$') && !allowed.Contains(name)) is { } unknown
            ? Error(400, "BadRequest", $"The query option '{unknown}' is not supported here.")
            : null;

    public static Answer List(string context, IEnumerable<JsonNode> items) => new(200, new JsonObject
    {
        ["@odata.context"] = context,
        ["value"] = new JsonArray([.. items]),
    });

    /// <summary>Keeps only the members that $select names; everything without it.</summary>
    public static JsonObject Select(JsonObject whole, string? select, IReadOnlyList<string>? always = null)
    {
        if (select is null)
            return whole;
        var wanted = select.Split(',', StringSplitOptions.TrimEntries).Concat(always ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new JsonObject(whole.Where(member => wanted.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }
}
