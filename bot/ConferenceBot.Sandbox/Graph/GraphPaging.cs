using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Lists of the directory by pages, as Graph cuts them: $top from 1 to 999, 100 without it, a link to the next page.</summary>
internal static class GraphPaging
{
    private const int Usual = 100, Most = 999;

    private static readonly string[] Known = ["$select", "$top", "$skiptoken"];

    /// <param name="also">Further options this list takes.</param>
    /// <returns>What Graph says against the call's options; null when it takes them.</returns>
    public static Answer? Refusal(GraphCall call, params string[] also)
    {
        if (call.Query.Keys.FirstOrDefault(name => name.StartsWith('$') && !Known.Contains(name) && !also.Contains(name)) is { } unknown)
            return GraphAnswers.Error(400, "Request_UnsupportedQuery", $"Unsupported Query: {unknown}.");
        return call.Option("$top") is { } top && Size(top) is null
            ? GraphAnswers.Error(400, "Request_BadRequest", $"Invalid page size specified: '{top}'. Must be between 1 and {Most} inclusive.")
            : null;
    }

    public static Answer Page(GraphCall call, string baseAddress, string kind, IReadOnlyList<JsonObject> all, Func<JsonObject, JsonObject> shown)
    {
        var start = 0;
        if (call.Option("$skiptoken") is { } token && !TryRead(token, call.Path, out start))
            return GraphAnswers.Error(400, "Directory_ExpiredPageToken", "The specified page token value has expired and can no longer be used.");
        var size = Size(call.Option("$top")) ?? Usual;
        var answer = GraphAnswers.List($"{baseAddress}/$metadata#{kind}", all.Skip(start).Take(size).Select(shown));
        if (start + size < all.Count)
        {
            var kept = call.Query.Where(option => option.Key != "$skiptoken").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}")
                .Append("$skiptoken=" + Write(call.Path, start + size));
            answer.Body!.AsObject().Insert(1, "@odata.nextLink", $"{baseAddress}/{call.Path}?{string.Join('&', kept)}");
        }
        return answer;
    }

    private static int? Size(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= Most ? size : null;

    private static string Write(string path, int start) =>
        Ids.Base64Url(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{start} {path}")));

    /// <summary>A token of another list, or of nobody, is not one.</summary>
    private static bool TryRead(string token, string path, out int start)
    {
        var parts = Ids.FromBase64Url(token) is { } bytes ? Encoding.UTF8.GetString(bytes).Split(' ', 2) : [];
        start = 0;
        return parts.Length == 2 && parts[1] == path && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }
}
