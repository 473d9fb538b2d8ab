using System.Text;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox;

/// <summary>One HTTP answer of the tenant, made before it is written so that a Graph batch can carry it too.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body; null writes an empty body.</param>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>A page in place of JSON, as a proxy on the way gives.</summary>
    public string? Html { get; init; }

    /// <summary>Whether only the first half of the body arrives.</summary>
    public bool IsCut { get; init; }

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if ((Html ?? Body?.ToJsonString()) is not { } text)
            return;
        response.ContentType = Html is null ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(IsCut ? text[..(text.Length / 2)] : text), cancellationToken);
    }
}
