using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>One call to Graph, from the wire or from inside a batch.</summary>
/// <param name="Path">Below /v1.0, unescaped, without a leading slash.</param>
internal sealed record GraphCall(string Method, string Path, IReadOnlyDictionary<string, StringValues> Query)
{
    private const string Namespace = "microsoft.graph.";

    /// <summary>All Prefer headers, joined.</summary>
    public string Prefer { get; init; } = "";
    public JsonObject? Body { get; init; }

    /// <summary>The path's parts; a function may be written with its brackets and with its namespace.</summary>
    public IReadOnlyList<string> Segments => [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment =>
        (segment.StartsWith(Namespace, StringComparison.Ordinal) ? segment[Namespace.Length..] : segment) is var name && name.EndsWith("()", StringComparison.Ordinal)
            ? name[..^2]
            : name)];

    public string? Option(string name) => Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>Reads a call given as a path with query, as in a batch.</summary>
    public static GraphCall From(string method, string url)
    {
        var parts = url.Split('?', 2);
        var query = QueryHelpers.ParseQuery(parts.Length == 2 ? parts[1] : "");
        return new GraphCall(method, Uri.UnescapeDataString(parts[0]).Trim('/'), query);
    }

    /// <returns>The value of one preference, without quotes; null when it is absent.</returns>
    public string? Preference(string name)
    {
        foreach (var part in Prefer.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return pair[1].Trim().Trim('"');
        }
        return null;
    }

    /// <summary>Items a page: odata.maxpagesize, 10 without it, at most 1,000.</summary>
    public int PageSize =>
        int.TryParse(Preference("odata.maxpagesize"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? Math.Min(size, 1000)
            : 10;

    public bool ImmutableIds => Preference("IdType") == "ImmutableId";
}
