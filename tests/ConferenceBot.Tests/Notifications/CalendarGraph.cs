using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ConferenceBot.Tests.Calendars;
using ConferenceBot.Tests.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ConferenceBot.Tests.Notifications;

/// <summary>A Graph on loopback with some mailboxes, their delta and their subscriptions; what is wrong with it says the test.</summary>
internal sealed class CalendarGraph : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<(string Id, string? Json)>> calendars = [];
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentQueue<string> unlisted = new();

    private int made;

    private CalendarGraph(WebApplication app) => this.app = app;

    public string BaseUrl => app.Urls.Single() + "/v1.0";

    /// <summary>By id; what the last request for each made of it.</summary>
    public ConcurrentDictionary<string, JsonObject> Subscriptions { get; } = new();

    /// <summary>What Graph's clock says.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UnixEpoch;

    public TimeSpan LongestLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Holds the reads of a mailbox.</summary>
    public ConcurrentDictionary<string, Task> Held { get; } = new();

    /// <summary>Answers instead, by what is asked such as <c>read a@council.example</c> or <c>subscribe a@council.example</c>.</summary>
    public Func<string, GraphReply?> Instead { get; set; } = _ => null;

    /// <summary>Knows nobody.</summary>
    public SmallDirectory Directory { get; } = new();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>Size of a page of a full round.</summary>
    public int PageSize { get; set; } = 100;

    public static async Task<CalendarGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var graph = new CalendarGraph(app);
        app.Run(graph.AnswerAsync);
        await app.StartAsync();
        return graph;
    }

    public int Reads(string mailbox) => Asked.Count(line => line == "read " + mailbox);

    public void Put(string mailbox, string id, string start = "2026-05-19T09:00:00", string end = "2026-05-19T11:00:00")
    {
        lock (gate) Calendar(mailbox).Add((id, Events.Conference(id, start: start, end: end, categories: "\"Child protection conference\"")));
    }

    public void Remove(string mailbox, string id)
    {
        lock (gate) Calendar(mailbox).Add((id, null));
    }

    /// <summary>Takes it away so that no delta tells; only a full round can.</summary>
    public void Forget(string mailbox, string id)
    {
        lock (gate) Calendar(mailbox).RemoveAll(e => e.Id == id);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(unlisted);
    }

    private List<(string Id, string? Json)> Calendar(string mailbox) =>
        calendars.TryGetValue(mailbox, out var calendar) ? calendar : calendars[mailbox] = [];

    private async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.Date = Now().ToString("R", CultureInfo.InvariantCulture);
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        foreach (var line in GraphTemplates.Unlisted(new GraphRequest(http.Request.Method, http.Request.Path.Value!, "", "", null, body))) unlisted.Enqueue(line);
        var path = http.Request.Path.Value!.Split('/');
        var reply = path[2] == "$batch"
            ? Locked(() => Directory.Answer(new GraphRequest(http.Request.Method, http.Request.Path.Value!, "", "", null, body)))
            : path[2] == "subscriptions"
            ? Locked(() => Subscribe(http.Request.Method, path.ElementAtOrDefault(3), body.Length > 0 ? JsonNode.Parse(body)!.AsObject() : []))
            : await ReadAsync(path[3], http);
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers) http.Response.Headers[name] = value;
        if (reply.Status != 204) await http.Response.WriteAsync(reply.Body);
    }

    private async Task<GraphReply> ReadAsync(string mailbox, HttpContext http)
    {
        asked.Enqueue("read " + mailbox);
        if (Held.TryGetValue(mailbox, out var held)) await held.WaitAsync(http.RequestAborted);
        if (Instead("read " + mailbox) is { } other) return other;
        var query = http.Request.Query;
        lock (gate)
        {
            var calendar = Calendar(mailbox);
            if (query.TryGetValue("$deltatoken", out var token)) return Page(mailbox, calendar.Skip(int.Parse(token!, CultureInfo.InvariantCulture)), null, 0);
            var skip = query.TryGetValue("$skiptoken", out var from) ? int.Parse(from!, CultureInfo.InvariantCulture) : 0;
            List<(string Id, string? Json)> all = [.. calendar.GroupBy(e => e.Id).Select(e => e.Last()).Where(e => e.Json is not null)];
            int? next = skip + PageSize < all.Count ? skip + PageSize : null;
            return Page(mailbox, all.Skip(skip).Take(PageSize), next, calendar.Count);
        }
    }

    private GraphReply Page(string mailbox, IEnumerable<(string Id, string? Json)> items, int? next, int version)
    {
        var link = next is null ? $"$deltatoken={Math.Max(version, Calendar(mailbox).Count)}" : $"$skiptoken={next}";
        var list = string.Join(',', items.GroupBy(e => e.Id).Select(e => e.Last().Json ?? Events.Removed(e.Key)));
        return new GraphReply(200, $$"""
            {"@odata.{{(next is null ? "deltaLink" : "nextLink")}}":"{{BaseUrl}}/users/{{mailbox}}/calendarView/delta?{{link}}","value":[{{list}}]}
            """);
    }

    private GraphReply Locked(Func<GraphReply> answer)
    {
        lock (gate) return answer();
    }

    private GraphReply Subscribe(string method, string? id, JsonObject body)
    {
        var what = (method, id) switch
        {
            ("POST", _) => "subscribe " + ((string)body["resource"]!).Split('/')[1],
            ("GET", _) => "list",
            ("PATCH", _) => "renew " + id,
            _ => "delete " + id,
        };
        asked.Enqueue(what);
        if (Instead(what) is { } other) return other;
        if (method == "GET") return new GraphReply(200, new JsonObject { ["value"] = new JsonArray([.. Subscriptions.Values.Select(s => s.DeepClone())]) }.ToJsonString());
        if (method == "DELETE") return new GraphReply(Subscriptions.TryRemove(id!, out _) ? 204 : 404, FakeGraph.Error("ResourceNotFound"));
        if (method == "POST")
        {
            if (Subscriptions.Values.Any(s => (string)s["resource"]! == (string)body["resource"]!)) return new GraphReply(409, FakeGraph.Error("Conflict"));
            id = $"subscription-{++made}";
            Subscriptions[id] = body;
            body["id"] = id;
        }

        if (!Subscriptions.TryGetValue(id!, out var subscription)) return new GraphReply(404, FakeGraph.Error("ResourceNotFound"));
        var until = DateTimeOffset.Parse((string)body["expirationDateTime"]!, CultureInfo.InvariantCulture);
        subscription["expirationDateTime"] = (until > Now() + LongestLife ? Now() + LongestLife : until).ToString("O", CultureInfo.InvariantCulture);
        return new GraphReply(method == "POST" ? 201 : 200, subscription.ToJsonString());
    }
}
