using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Page;

/// <summary>The page's own interface. Everything is JSON; a request the page would not make gets 400 with a sentence.</summary>
internal static class PageEndpoints
{
    public static void Map(WebApplication app, SandboxServer sandbox)
    {
        var chats = new ChatActs(sandbox);
        var (edits, graph) = (new CalendarEdits(sandbox), new GraphActs(sandbox));
        var controls = new Controls(sandbox, app.Lifetime.ApplicationStopping);
        app.MapGet("/api/state", (HttpContext context, CancellationToken token) =>
            new Answer(200, StateJson.Write(sandbox)).WriteAsync(context.Response, token));
        app.MapGet("/api/gallery", (HttpContext context, CancellationToken token) => Gallery.Get().WriteAsync(context.Response, token));
        app.MapGet("/api/happened", async (HttpContext context, CancellationToken token) =>
            await (await HappenedJson.GetAsync(sandbox.Happened, context.Request.Query, token)).WriteAsync(context.Response, token));
        app.MapGet("/api/chats/{id:guid}", (Guid id, HttpContext context, CancellationToken token) =>
            chats.Get(id).WriteAsync(context.Response, token));
        app.MapPost("/api/chats/{id:guid}/read", (Guid id, HttpContext context, CancellationToken token) =>
            chats.Read(id).WriteAsync(context.Response, token));
        app.MapPost("/api/chats/{id:guid}/messages", (Guid id, HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => chats.SayAsync(id, body, token), token));
        app.MapPost("/api/chats/{id:guid}/actions", (Guid id, HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => chats.PressAsync(id, body, token), token));
        app.MapPost("/api/people/confirm", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => Confirming.AnswerAsync(sandbox, body, token), token));
        app.MapPost("/api/calendar", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => CalendarActs.AnswerAsync(sandbox, body, token), token));
        app.MapPost("/api/calendar/edits", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => edits.AnswerAsync(body, token), token));
        app.MapGet("/api/graph/counters", (HttpContext context, CancellationToken token) => graph.Counters().WriteAsync(context.Response, token));
        app.MapPost("/api/graph/counters", (HttpContext context, CancellationToken token) => graph.Reset().WriteAsync(context.Response, token));
        app.MapPost("/api/graph/mailboxes", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => Task.FromResult(graph.Break(body)), token));
        app.MapPost("/api/graph/lifecycle", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => Task.FromResult(graph.Lifecycle(body)), token));
        app.MapPost("/api/people/account", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => Task.FromResult(graph.Account(body)), token));
        app.MapPost("/api/clock", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, body => Task.FromResult(controls.Clock(body)), token));
        app.MapPost("/api/faults", (HttpContext context, CancellationToken token) =>
            WithBodyAsync(context, controls.FaultsAsync, token));
        app.MapGet("/api/events", (HttpContext context, CancellationToken token) =>
            EventsAsync(context, sandbox.Services.Feed, app.Lifetime.ApplicationStopping, token));
    }

    public static Answer Bad(string message) => new(400, new JsonObject { ["error"] = message });

    private static async Task WithBodyAsync(HttpContext context, Func<JsonObject, Task<Answer>> act, CancellationToken cancellationToken)
    {
        var body = JsonReading.ParseObject(await context.Request.BodyTextAsync(cancellationToken));
        Answer answer;
        try
        {
            answer = body is null ? Bad("The body is not a JSON object.") : await act(body);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            answer = new Answer(502, new JsonObject { ["error"] = "The bot does not answer." });
        }
        await answer.WriteAsync(context.Response, cancellationToken);
    }

    private static async Task EventsAsync(HttpContext context, ChangeFeed feed, CancellationToken stopping, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        try
        {
            await context.Response.WriteAsync(": open\n\n", either.Token);
            await context.Response.Body.FlushAsync(either.Token);
            await foreach (var note in feed.ReadAsync(either.Token))
            {
                await context.Response.WriteAsync($"event: changed\ndata: {note}\n\n", either.Token);
                await context.Response.Body.FlushAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed or the sandbox stops.
        }
    }
}
