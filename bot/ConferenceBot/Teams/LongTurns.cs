using System.Collections.Concurrent;

namespace ConferenceBot.Teams;

/// <summary>
/// What takes longer than Teams waits: a slow card action, a line that has to wait for its place in the budget. It is never given up because
/// of that: it belongs to nobody's request, goes on after the answer, and is waited for when the host stops.
/// </summary>
internal sealed class LongTurns(TimeProvider machine, ILogger<LongTurns> logger) : IHostedService, IDisposable
{
    /// <summary>How long a card action is waited for, in machine time; then the person is told that it goes on.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<Task, bool> goingOn = new();
    private readonly CancellationTokenSource ending = new();

    /// <summary>Cancelled only when the host has stopped waiting.</summary>
    public CancellationToken Ending => ending.Token;

    /// <summary>Starts the clock of one action; the result says whether the action may still be answered directly.</summary>
    public Func<bool> Start()
    {
        var began = machine.GetTimestamp();
        return () => machine.GetElapsedTime(began) < Limit;
    }

    /// <summary>Whether the work of a turn ended within <see cref="Limit"/>; it may have failed.</summary>
    public async Task<bool> EndsInTimeAsync(Task work, TeamsTurn turn)
    {
        if (work.IsCompleted)
            return true;
        using var waited = new CancellationTokenSource();
        var limit = Task.Delay(Limit, machine, waited.Token);
        var first = await Task.WhenAny(work, limit);
        await waited.CancelAsync();
        if (first != work)
            logger.TurnGoesOn(turn.Council, turn.ActivityId);
        return first == work;
    }

    /// <summary>Lets what follows a turn's answer go on by itself; its failures are logged by type only.</summary>
    public void GoOn(Func<CancellationToken, Task> rest, TeamsTurn turn)
    {
        var task = RunAsync(rest, turn);
        goingOn[task] = true;
        _ = task.ContinueWith(done => goingOn.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(goingOn.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await ending.CancelAsync();
        }
    }

    public void Dispose() => ending.Dispose();

    private async Task RunAsync(Func<CancellationToken, Task> rest, TeamsTurn turn)
    {
        try
        {
            await rest(Ending);
        }
        catch (Exception e)
        {
            logger.TurnFailed(turn.Council, turn.ActivityId, e.GetType().FullName!, e.StackTrace);
        }
    }
}
