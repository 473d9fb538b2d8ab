namespace ConferenceBot.Sandbox.Clock;

/// <summary>
/// Walks the clock: to each instant at which the host or the calendar has something to do, lets the host settle there, and goes on
/// until the target. Walks queue; one runs at a time.
/// </summary>
/// <param name="nextChange">The next instant after now at which the calendar changes by itself, or null.</param>
/// <param name="arrive">Called at each stop before the host settles.</param>
internal sealed class ClockWalk(SandboxClock clock, IClockworkHost host, Func<DateTimeOffset?> nextChange, Action arrive,
    Happenings log) : IDisposable
{
    /// <summary>How far a walk goes at once while the host cannot say what is due or cannot finish it.</summary>
    private static readonly TimeSpan Blind = TimeSpan.FromHours(4);
    private readonly SemaphoreSlim _one = new(1, 1);
    private int _walking;

    /// <summary>The host's last answer, or null.</summary>
    public Settled? Last { get; private set; }

    public bool IsWalking => Volatile.Read(ref _walking) > 0;

    /// <summary>Where the walks asked for so far will end.</summary>
    public DateTimeOffset Target { get; private set; } = clock.Now;

    /// <summary>Lets the host do what is due now.</summary>
    public async Task<Settled?> SettleAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await StopHereAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Asks what is due next, without doing anything.</summary>
    /// <returns>Null when the host cannot be asked; what it said last stays known.</returns>
    public async Task<Settled?> LookAsync(CancellationToken cancellationToken)
    {
        var seen = await host.LookAsync(cancellationToken);
        Last = seen ?? Last;
        return seen;
    }

    /// <summary>Walks to the target; a target in the past only settles.</summary>
    public async Task WalkToAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        Target = target > Target ? target : Target;
        Interlocked.Increment(ref _walking);
        await _one.WaitAsync(cancellationToken);
        try
        {
            var settled = await StopHereAsync(cancellationToken);
            while (clock.Now < target)
            {
                clock.Set(NextStop(settled, target));
                settled = await StopHereAsync(cancellationToken);
            }
        }
        finally
        {
            _one.Release();
            Interlocked.Decrement(ref _walking);
            Announce();
        }
    }

    /// <summary>Sets the clock without stopping anywhere in between, as a wrong clock would.</summary>
    public async Task LeapToAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            log.Add("fault", null, "The clock leaps.");
            clock.Set(target);
            Target = target;
            await StopHereAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
        Announce();
    }

    public void Dispose() => _one.Dispose();

    private void Announce() => log.Add("clock", null, Last is { Quiet: false, Waiting: var waiting }
        ? "The clock stops; still waiting: " + string.Join(", ", waiting)
        : "The clock stops.");

    private DateTimeOffset NextStop(Settled? settled, DateTimeOffset target)
    {
        var now = clock.Now;
        var due = settled?.NextDue is { } next && next > now ? next : (DateTimeOffset?)null;
        var blind = settled is null or { Quiet: false } ? now + Blind : (DateTimeOffset?)null;
        return new[] { target, due, blind, nextChange() }.OfType<DateTimeOffset>().Min();
    }

    private async Task<Settled?> StopHereAsync(CancellationToken cancellationToken)
    {
        arrive();
        var settled = await host.SettleAsync(cancellationToken);
        Last = settled;
        return settled;
    }
}
