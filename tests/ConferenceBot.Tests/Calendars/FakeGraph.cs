using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ConferenceBot.Tests.Calendars;

/// <summary>What the fake was asked.</summary>
internal sealed record GraphRequest(string Method, string Path, string Query, string Prefer, string? Authorization, string Body)
{
    public override string ToString() => $"{Method} {Path}{Query}\nPrefer: {Prefer}\nAuthorization: {Authorization}";
}

/// <summary>What the fake answers. Status 0 holds the request until the caller gives up.</summary>
internal sealed record GraphReply(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    public static readonly GraphReply Never = new(0);
    public string ContentType { get; init; } = "application/json";
}

/// <summary>
/// A Graph on loopback: answers what the test says, in the order asked, and keeps what it was asked. A test in which the program asks for
/// something that <see cref="ConferenceBot.Councils.GraphPermissions"/> does not list fails at its end.
/// </summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<GraphRequest> requests = new();
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeGraph(WebApplication app) => this.app = app;

    public IReadOnlyList<GraphRequest> Requests => [.. requests];
    public string Origin => app.Urls.Single();
    public string BaseUrl => Origin + "/v1.0";

    /// <summary>Completes with the first request.</summary>
    public Task Arrived => arrived.Task;

    public Func<GraphRequest, GraphReply> On { get; set; } = _ => new GraphReply(404, Error("ResourceNotFound"));

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeGraph(app);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>Answers one after the other; the last one again and again.</summary>
    public void Answers(params GraphReply[] replies)
    {
        var next = 0;
        On = _ => replies[Math.Min(next++, replies.Length - 1)];
    }

    public static string Error(string code, string message = "No.") => $$"""{"error":{"code":"{{code}}","message":"{{message}}","innerError":{"request-id":"1"} } }""";

    public string Link(string token) => $"{BaseUrl}/users/conferences%40council.example/calendarView/delta?{token}";

    public GraphReply Page(string items, string link, bool last = true) => new(200, $$"""
        {"@odata.context":"{{BaseUrl}}/$metadata#Collection(event)","@odata.{{(last ? "deltaLink" : "nextLink")}}":"{{link}}","value":[{{items}}]}
        """);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(Requests.SelectMany(GraphTemplates.Unlisted));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new GraphRequest(context.Request.Method, context.Request.Path, Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""),
            string.Join(", ", context.Request.Headers["Prefer"].AsEnumerable()), context.Request.Headers.Authorization, await reader.ReadToEndAsync());
        requests.Enqueue(request);
        arrived.TrySetResult();
        var reply = On(request);
        if (reply.Status == 0)
        {
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
            await gone.Task;
            return;
        }
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(reply.Body);
    }
}
