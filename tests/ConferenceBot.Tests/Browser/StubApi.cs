using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ConferenceBot.Tests.Conventions;
using Microsoft.Playwright;

namespace ConferenceBot.Tests.Browser;

/// <summary>The sandbox's answers to the page as a test wants them, and what the page asked for. Its events stay the real ones.</summary>
internal sealed class StubApi
{
    public const string Prompt = "prompt";
    private readonly ConcurrentQueue<(string Path, JsonNode Body)> _posted = [];
    private string _card = Prompt;

    public JsonNode State { get; } = JsonNode.Parse(File.ReadAllText(Repository.At("tests/ConferenceBot.Tests/Browser/StubState.json")))!;

    public StubHappened Happened { get; } = new();

    /// <summary>Bodies the page has posted to an address, oldest first.</summary>
    public IReadOnlyList<string> Posted(string path) => [.. _posted.Where(post => post.Path == path).Select(post => post.Body.ToJsonString())];

    public Task ServeAsync(IPage page) => page.RouteAsync("**/api/**", AnswerAsync);

    private Task AnswerAsync(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        if (address.AbsolutePath is "/api/events" or "/api/gallery")
            return route.ContinueAsync();
        var answer = route.Request.Method == "POST" ? Post(address.AbsolutePath, JsonNode.Parse(route.Request.PostData ?? "{}")!) : Get(address);
        return route.FulfillAsync(new() { ContentType = "application/json", Body = answer.ToJsonString() });
    }

    private JsonNode Get(Uri address) => address.AbsolutePath switch
    {
        "/api/state" => State,
        "/api/happened" => Happened.Answer(address.Query),
        _ => new JsonObject { ["messages"] = new JsonArray(Message()) },
    };

    private JsonObject Post(string path, JsonNode body)
    {
        _posted.Enqueue((path, body));
        if (path == "/api/faults")
            foreach (var (part, mode) in body.AsObject())
                State["faults"]![part] = mode?.DeepClone();
        if (path.EndsWith("/actions", StringComparison.Ordinal))
            return new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = Card("prompt-settled"), ["ms"] = 12 };
        if (path.EndsWith("/read", StringComparison.Ordinal))
            foreach (var person in State["people"]!.AsArray().Where(person => path.Contains((string)person!["id"]!, StringComparison.Ordinal)))
                person!["unread"] = 0;
        if (path == "/api/people/confirm")
            State["source"]!["awaiting"] = 0;
        return path == "/api/clock" ? Clock(body) : new JsonObject { ["ok"] = true, ["confirmed"] = 1 };
    }

    private JsonObject Clock(JsonNode body)
    {
        var now = (string?)body["leapTo"] ?? (string?)body["walkTo"] ?? "2026-05-11T09:00:00Z";
        State["now"] = now;
        return new JsonObject { ["target"] = now };
    }

    private JsonObject Message() => new()
    {
        ["id"] = "1", ["from"] = "bot", ["at"] = "2026-05-11T08:00:00Z", ["card"] = Card(_card), ["summary"] = "You have a task. Open when private.", ["updated"] = 0,
    };

    private JsonNode Card(string name)
    {
        _card = name;
        return JsonNode.Parse(File.ReadAllText(Repository.At($"tests/ConferenceBot.Tests/Cards/Golden/{name}.json")))!;
    }
}
