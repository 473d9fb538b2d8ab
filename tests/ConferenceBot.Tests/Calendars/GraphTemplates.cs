using System.Text.Json.Nodes;
using ConferenceBot.Councils;

namespace ConferenceBot.Tests.Calendars;

/// <summary>Compares what a fake Graph was asked with the list of what the program may ask.</summary>
internal static class GraphTemplates
{
    private const string Version = "/v1.0";

    /// <summary>The request, and the parts of a batch.</summary>
    public static IEnumerable<(string Method, string Path)> Of(GraphRequest request)
    {
        var path = request.Path.StartsWith(Version, StringComparison.Ordinal) ? request.Path[Version.Length..] : "elsewhere:" + request.Path;
        yield return (request.Method, path);
        if (path != "/$batch") yield break;
        foreach (var part in JsonNode.Parse(request.Body)?["requests"]?.AsArray() ?? [])
            yield return ((string?)part?["method"] ?? "", Uri.UnescapeDataString(((string?)part?["url"] ?? "").Split('?')[0]));
    }

    public static IEnumerable<string> Unlisted(GraphRequest request) =>
        Of(request).Where(one => Entry(one) is null).Select(one => $"not in GraphPermissions: {one.Method} {one.Path}");

    public static GraphPermission? Entry((string Method, string Path) one) => GraphPermissions.All.FirstOrDefault(listed => listed.Covers(one.Method, one.Path));
}
