using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>POST /$batch: up to twenty calls, four of them at a time, each with its own status and headers.</summary>
internal sealed class GraphBatch(GraphFaults faults, Func<GraphCall, CancellationToken, Task<Answer>> answerAsync)
{
    private const int MostInBatch = 20, AtOnce = 4;

    public async Task<Answer> AnswerAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var requests = call.Body.Items("requests").ToList();
        if (requests.Count is 0 or > MostInBatch)
            return GraphAnswers.Error(400, "BadRequest", $"A batch has between 1 and {MostInBatch} requests.");
        if (requests.Any(part => part.Text("id") is null || part.Text("url") is null || part.Text("method") is null)
            || requests.Select(part => part.Text("id")).Distinct().Count() != requests.Count)
            return GraphAnswers.Error(400, "BadRequest", "Every request of a batch needs a unique id, a method and a url.");
        var answers = new Answer?[requests.Count];
        answers[0] = faults.FirstOfBatch();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests.Count).Where(index => answers[index] is null).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => answers[index] = await OneAsync(requests[index]!, token));
        return new Answer(200, new JsonObject
        {
            ["responses"] = new JsonArray([.. requests.Select((part, index) => (JsonNode)ToPart(part.Text("id")!, answers[index]!))]),
        });
    }

    private Task<Answer> OneAsync(JsonNode part, CancellationToken cancellationToken)
    {
        var inner = GraphCall.From(part.Text("method")!.ToUpperInvariant(), part.Text("url")!) with
        {
            Prefer = part.Object("headers").Text("Prefer") ?? "",
            Body = part.Object("body"),
        };
        return inner.Segments is ["$batch"]
            ? Task.FromResult(GraphAnswers.Error(400, "BadRequest", "A batch cannot hold a batch."))
            : answerAsync(inner, cancellationToken);
    }

    private static JsonObject ToPart(string id, Answer answer)
    {
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        foreach (var (name, value) in answer.Headers)
            headers[name] = value;
        return new JsonObject { ["id"] = id, ["status"] = answer.Status, ["headers"] = headers, ["body"] = answer.Body?.DeepClone() };
    }
}
