using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Clock;

namespace ConferenceBot.Sandbox.Page;

/// <summary>The page's clock and fault controls.</summary>
/// <param name="stopping">Ends walks that go on in the background.</param>
internal sealed class Controls(SandboxServer sandbox, CancellationToken stopping)
{
    private TenantServices Services => sandbox.Services;

    /// <summary>Starts a walk or a leap and answers at once with where it will end.</summary>
    public Answer Clock(JsonObject body)
    {
        if (sandbox.Starting is not null)
            return new Answer(409, new JsonObject { ["error"] = "The bot is still starting. Try again in a moment." });
        var from = sandbox.Walk.IsWalking ? sandbox.Walk.Target : Services.Clock.Now;
        if (Iso.Read(body.Text("leapTo")) is { } leap)
        {
            _ = InBackgroundAsync(() => sandbox.Walk.LeapToAsync(leap, stopping));
            return Accepted(leap);
        }
        var target = Iso.Read(body.Text("walkTo")) ?? (body.Text("step") is { } step
            ? ClockSteps.Target(step, from, Services.Tenant, sandbox.Walk.Last?.NextDue, StateJson.ConferenceStarts(Services.Calendar))
            : null);
        if (target is not { } there)
            return PageEndpoints.Bad("There is nothing to walk to.");
        if (there < from)
            return PageEndpoints.Bad("The clock walks forwards only.");
        _ = InBackgroundAsync(() => sandbox.Walk.WalkToAsync(there, stopping));
        return Accepted(there);
    }

    public async Task<Answer> FaultsAsync(JsonObject body)
    {
        foreach (var (part, value) in body)
        {
            if (!await sandbox.Faults.SetAsync(part, value?.ToString() ?? "", stopping))
                return PageEndpoints.Bad($"Unknown fault {part}: {value}.");
        }
        Services.Feed.Publish("host");
        return new Answer(200, new JsonObject { ["ok"] = true });
    }

    private static Answer Accepted(DateTimeOffset target) => new(202, new JsonObject { ["target"] = Iso.Write(target) });

    private async Task InBackgroundAsync(Func<Task> walk)
    {
        try
        {
            await walk();
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops.
        }
        catch (Exception error) when (error is HttpRequestException or ObjectDisposedException)
        {
            Services.Log.Add("fault", null, "The clock could not walk: " + error.GetType().Name);
        }
    }
}
