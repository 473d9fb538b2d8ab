using System.Text.Json;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.People;

/// <summary>One question inside a batch; the address begins at the version, such as <c>/users/{id}</c>.</summary>
internal sealed record BatchQuestion(string Method, string Url, object? Body = null);

/// <summary>The answer to one question of a batch.</summary>
/// <param name="Body">Undefined when there was none.</param>
/// <param name="Away">Why this part could not be answered; null when it was, with whatever status below 500 that is not 429.</param>
internal sealed record BatchAnswer(int Status, JsonElement Body, CalendarAwayException? Away)
{
    public bool IsGone => Status == 404;

    /// <summary>The body of a success; every refusal the caller has no meaning for is "could not look", never "nothing".</summary>
    public JsonElement Read() => Away is not null ? throw Away
        : Status == 200 && Body.ValueKind == JsonValueKind.Object ? Body
        : throw new CalendarAwayException(Status == 200 ? "unreadable" : $"http-{Status}", null, null);
}

/// <summary>
/// Puts questions to the directory twenty at a time. Each part has a status and a Retry-After of its own. A part that is missing from the answer was not answered.
/// Graph: POST $batch - none of its own; each part needs what its own request needs.
/// </summary>
internal sealed class GraphBatch(GraphClients clients, GraphCalls calls)
{
    /// <summary>Graph's limit.</summary>
    public const int Most = 20;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <returns>The answers in the order of the questions.</returns>
    /// <exception cref="CalendarAwayException">A whole batch could not be sent or read.</exception>
    public async Task<IReadOnlyList<BatchAnswer>> AskAsync(
        CouncilKey council, IReadOnlyList<BatchQuestion> questions, CancellationToken cancellationToken)
    {
        var answers = new List<BatchAnswer>(questions.Count);
        foreach (var some in questions.Chunk(Most))
        {
            var whole = await calls.AskAsync(cancel => PostAsync(clients.For(council), some, cancel), cancellationToken);
            answers.AddRange(some.Select((_, index) => Part(whole, Id(index))));
        }
        return answers;
    }

    private static string Id(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<JsonElement> PostAsync(GraphServiceClient client, BatchQuestion[] questions, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Requests = questions.Select((question, index) => question.Body is null
                ? (object)new { Id = Id(index), question.Method, question.Url }
                : new { Id = Id(index), question.Method, question.Url, question.Body, Headers = JsonHeaders }),
        }, Names);
        using var content = new MemoryStream(body);
        var request = new RequestInformation
        {
            HttpMethod = Method.POST,
            UrlTemplate = "{+baseurl}/$batch",
            PathParameters = new Dictionary<string, object> { ["baseurl"] = client.RequestAdapter.BaseUrl! },
        };
        request.SetStreamContent(content, "application/json");
        request.Headers.Add("Accept", "application/json");
        request.AddRequestOptions([GraphClients.Once]);
        await using var answer = await client.RequestAdapter.SendPrimitiveAsync<Stream>(request, GraphCalls.Errors, cancellationToken)
            ?? throw new JsonException("No answer.");
        using var json = await JsonDocument.ParseAsync(answer, cancellationToken: cancellationToken);
        return json.RootElement.TryGetProperty("responses", out var responses) && responses.ValueKind == JsonValueKind.Array
            ? responses.Clone()
            : throw new JsonException("No answers.");
    }

    private static readonly Dictionary<string, string> JsonHeaders = new() { ["Content-Type"] = "application/json" };

    private BatchAnswer Part(JsonElement responses, string id)
    {
        foreach (var part in responses.EnumerateArray())
        {
            if (!part.TryGetProperty("id", out var its) || its.ToString() != id) continue;
            if (!part.TryGetProperty("status", out var given) || !given.TryGetInt32(out var status)) break;
            var body = part.TryGetProperty("body", out var found) ? found : default;
            return new BatchAnswer(status, body, status is 429 or >= 500 ? new CalendarAwayException(Code(status, body), Wait(part), null) : null);
        }
        return new BatchAnswer(0, default, new CalendarAwayException("unreadable", null, null));
    }

    private TimeSpan? Wait(JsonElement part)
    {
        if (!part.TryGetProperty("headers", out var headers) || headers.ValueKind != JsonValueKind.Object) return null;
        var header = headers.EnumerateObject().FirstOrDefault(one => one.Name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase));
        return header.Value.ValueKind == JsonValueKind.Undefined ? null : calls.RetryAfter(header.Value.ToString());
    }

    /// <summary>Graph's own error code when it is one, otherwise the status; what it says can hold an address.</summary>
    private static string Code(int status, JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("code", out var code) && GraphCalls.IsCode(code.ToString())
            ? code.ToString()
            : $"http-{status}";
}
