namespace ConferenceBot.Sandbox.Clock;

/// <summary>Procedure time. It stands still until somebody lets it walk.</summary>
internal sealed class SandboxClock(DateTimeOffset start, ChangeFeed feed)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start.ToUniversalTime();

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _now;
        }
    }

    /// <summary>Sets the clock, backwards too.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_gate)
            _now = now.ToUniversalTime();
        feed.Publish("clock");
    }
}
