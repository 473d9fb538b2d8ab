using System.Text;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox;

/// <summary>One HTTP answer of the tenant, made before it is written so that a Graph batch can carry it too.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body; null writes an empty body.</param>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Body is null)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Body.ToJsonString()), cancellationToken);
    }
}
