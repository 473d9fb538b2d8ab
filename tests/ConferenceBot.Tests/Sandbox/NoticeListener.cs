using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Stands where the host listens for notices: proves itself, keeps what it is told, answers what the test says.</summary>
internal sealed class NoticeListener : IAsyncDisposable
{
    private readonly WebApplication _app;

    public NoticeListener()
    {
        Address = $"http://127.0.0.1:{FreePort.Find()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        _app = builder.Build();
        _app.MapPost("/{kind}", async (string kind, HttpContext context) =>
        {
            if (context.Request.Query["validationToken"].ToString() is { Length: > 0 } token)
            {
                context.Response.ContentType = ContentType;
                await context.Response.WriteAsync(Proves ? token : "no");
                return;
            }
            using var reader = new StreamReader(context.Request.Body);
            var body = JsonNode.Parse(await reader.ReadToEndAsync())!;
            context.Response.StatusCode = Statuses.TryDequeue(out var status) ? status : 202;
            Calls.Enqueue((kind, body));
        });
    }

    public string Address { get; }
    public bool Proves { get; set; } = true;
    public string ContentType { get; set; } = "text/plain";

    /// <summary>What the next calls are answered with; 202 afterwards.</summary>
    public ConcurrentQueue<int> Statuses { get; } = new();
    public ConcurrentQueue<(string Kind, JsonNode Body)> Calls { get; } = new();

    public IReadOnlyList<JsonNode> Of(string kind) => [.. Calls.Where(call => call.Kind == kind).SelectMany(call => call.Body.Items("value")).OfType<JsonNode>()];

    public Task StartAsync() => _app.StartAsync();

    public async Task<IReadOnlyList<JsonNode>> SeeAsync(string kind, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (Of(kind).Count < count)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        return Of(kind);
    }

    public JsonObject Asks(string user, string kinds = "created,updated,deleted", double minutes = 120) => new()
    {
        ["changeType"] = kinds,
        ["notificationUrl"] = Address + "/notices",
        ["lifecycleNotificationUrl"] = Address + "/lifecycle",
        ["resource"] = $"/users/{user}/events",
        ["expirationDateTime"] = Iso.Write(TimeProvider.System.GetUtcNow().AddMinutes(minutes)),
        ["clientState"] = "a secret",
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
