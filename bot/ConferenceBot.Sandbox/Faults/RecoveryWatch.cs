using System.Net;
using ConferenceBot.Sandbox.Clock;
using ConferenceBot.Sandbox.Hosting;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>
/// Looks at the host by itself while anything is broken or being got over, and lets it settle as the walking clock would; rests otherwise.
/// </summary>
/// <param name="knock">Sends the bot a signed call that changes nothing and gives its status.</param>
internal sealed class RecoveryWatch(
    RecoveryList list, ClockWalk walk, HostHealth health, Func<CancellationToken, Task<HttpStatusCode>> knock, TimeProvider machine) : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>While nothing is put right yet, the host is made to try only at every so many looks.</summary>
    private const int LooksATry = 4;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task _looking = Task.CompletedTask;
    private int _looks;

    /// <summary>Starts looking unless it looks already.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (_looking.IsCompleted && !_stop.IsCancellationRequested)
                _looking = WatchAsync(_stop.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _stop.Dispose();
    }

    /// <summary>One look; also what a play does to see where things stand.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var began = machine.GetTimestamp();
        var open = list.All().Where(one => one.State != RecoveryState.Recovered).ToList();
        var accepted = open.Any(one => one.Part == "tokens") && await KnockAsync(cancellationToken);
        var standing = await StandAsync(open, cancellationToken);
        var alarms = await health.ReadAsync(cancellationToken);
        list.Look(began, standing, alarms, one => one.Part == "tokens" ? accepted : standing is { Quiet: true });
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            while (list.IsOpen)
            {
                await LookAsync(cancellationToken);
                await Task.Delay(Between, machine, cancellationToken);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException && cancellationToken.IsCancellationRequested)
        {
            // The sandbox stops.
        }
    }

    /// <summary>Settles so that the host notices; not where that would only hang, nor while the clock walks and settles anyway.</summary>
    private async Task<Settled?> StandAsync(IReadOnlyList<Recovery> open, CancellationToken cancellationToken)
    {
        var hangs = open.Any(one => one is { State: RecoveryState.Broken, Mode: "timeout" } or { State: RecoveryState.Broken, Part: "database" });
        var tries = open.Any(one => one.State == RecoveryState.Recovering) || Interlocked.Increment(ref _looks) % LooksATry == 1;
        if (tries && !hangs && !walk.IsWalking)
            return await walk.SettleAsync(cancellationToken);
        return await walk.LookAsync(cancellationToken);
    }

    private async Task<bool> KnockAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (int)await knock(cancellationToken) < 300;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
