using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Stands in for the host: keeps what it is sent, answers what the test says.</summary>
internal sealed class StubHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    public StubHost()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        _app = builder.Build();
        _app.MapPost("/api/messages", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            Received.Enqueue((JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject(), context.Request.Headers.Authorization.ToString()));
            if (Reply is not null)
                await context.Response.WriteAsync(Reply);
        });
        _app.MapPost("/clockwork/settle", async (HttpContext context) =>
        {
            Interlocked.Increment(ref _settles);
            await BeforeSettling;
            await context.Response.WriteAsync(Settle());
        });
        _app.MapGet("/clockwork", (HttpContext context) => context.Response.WriteAsync(Settle()));
    }

    private int _settles;

    public Uri Address { get; }
    public ConcurrentQueue<(JsonObject Activity, string Authorization)> Received { get; } = new();
    public string? Reply { get; set; }
    public Func<string> Settle { get; set; } = () => """{"now":"2026-05-11T07:00:00Z","nextDue":null,"quiet":true,"waiting":[]}""";

    /// <summary>What each settling waits for first.</summary>
    public Task BeforeSettling { get; set; } = Task.CompletedTask;
    public int Settles => Volatile.Read(ref _settles);

    public Task StartAsync() => _app.StartAsync();

    public IEnumerable<JsonObject> Of(string type) => Received.Select(call => call.Activity).Where(activity => activity.Text("type") == type);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
