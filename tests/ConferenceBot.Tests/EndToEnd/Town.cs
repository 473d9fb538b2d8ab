using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The whole program: the tenant in this process, the host as its child, on loopback ports of their own.</summary>
public sealed class Town : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _http = new();

    internal SandboxServer Sandbox { get; private set; } = null!;
    internal Stage Stage { get; private set; } = null!;
    internal HostDatabase Database { get; private set; } = null!;
    internal TenantServices Services => Sandbox.Services;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        Stage = new Stage(Sandbox, TimeProvider.System, CancellationToken.None);
        Database = new HostDatabase(Path.Combine(Sandbox.DataPath, "conferencebot.db"));
        await Stage.WalkToAsync(Services.Tenant.Start.AddHours(4));
    }

    public async ValueTask DisposeAsync()
    {
        if (Sandbox is not null)
            await Sandbox.DisposeAsync();
        _http.Dispose();
    }

    internal Person Who(string role) => Services.Tenant.Named(role);

    internal Chat ChatOf(string role) => Services.Chats.Of(Who(role).Id)!;

    /// <returns>The newest card of that person with a button of that verb.</returns>
    internal Task<ChatMessage> CardAsync(string role, string verb) => Stage.SeeButtonAsync(Who(role), verb);

    /// <summary>Presses a button as the client would, with the values given for the inputs and nothing checked.</summary>
    internal Task<ActionAnswer> ClickAsync(string role, ChatMessage message, JsonObject action, params (string Id, string Value)[] inputs) =>
        Sandbox.Bot.PressAsync(ChatOf(role), message.Id, action, inputs.ToDictionary(i => i.Id, i => i.Value), CancellationToken.None);

    /// <summary>Posts an action that Teams itself would not send; the status is the answer's own when the host answered 200.</summary>
    internal async Task<(int Http, JsonObject? Body)> PostAsync(JsonObject activity)
    {
        using var response = await Sandbox.Bot.PostAsync(activity, null, CancellationToken.None);
        return ((int)response.StatusCode, JsonReading.ParseObject(await response.Content.ReadAsStringAsync()));
    }

    internal JsonObject Activity(string role, string verb, JsonNode? data, string trigger = "manual")
    {
        var activity = Services.Activities.CardAction(ChatOf(role), Services.Chats.NextActivityId(),
            new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data });
        activity["value"]!["trigger"] = trigger;
        return activity;
    }

    internal async Task<JsonObject> HealthAsync()
    {
        using var response = await _http.GetAsync(new Uri(Sandbox.HostAddress!, "/health"));
        return JsonReading.ParseObject(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>Lets the host settle until a fact is observed.</summary>
    internal async Task UntilAsync(Func<Task<bool>> observed, string otherwise)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await Sandbox.Walk.SettleAsync(CancellationToken.None);
            if (await observed())
                return;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, otherwise);
            await Task.Delay(Between, TimeProvider.System, CancellationToken.None);
        }
    }

    internal Task UntilQuietAsync() => UntilAsync(
        () => Task.FromResult(Sandbox.Walk.Last is { Quiet: true }), "The host did not become quiet.");
}
