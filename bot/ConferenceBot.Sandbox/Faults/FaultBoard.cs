namespace ConferenceBot.Sandbox.Faults;

/// <summary>In which mode each part is now, and what that does to a call that arrives.</summary>
internal sealed class FaultBoard(TimeProvider machine) : IDisposable
{
    /// <summary>The longest a call is held; machine time.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, string> _modes = FaultCatalogue.Parts.ToDictionary(part => part, _ => FaultCatalogue.On);
    private readonly Dictionary<string, CancellationTokenSource> _holds = [];
    private readonly Dictionary<string, int> _met = [];
    private readonly Lock _gate = new();

    /// <summary>Conversations the connector has refused on purpose.</summary>
    public RefusedChats Refused { get; } = new();

    public string this[string part]
    {
        get
        {
            lock (_gate)
                return _modes[part];
        }
    }

    /// <returns>How many calls have met the part's fault since it was set.</returns>
    public int Met(string part)
    {
        lock (_gate)
            return _met.GetValueOrDefault(part);
    }

    /// <summary>Counts a call that met the part's fault.</summary>
    public void Meet(string part)
    {
        lock (_gate)
            _met[part] = _met.GetValueOrDefault(part) + 1;
    }

    /// <summary>Sets a mode. Calls that are held when a part changes are cut off, as when a line comes back.</summary>
    /// <returns>False when part or mode is unknown; nothing changes then.</returns>
    public bool TrySet(string part, string mode)
    {
        lock (_gate)
        {
            if (!_modes.ContainsKey(part) || FaultCatalogue.Find(part, mode) is null || FaultCatalogue.IsOnce(part, mode))
                return false;
            _modes[part] = mode;
            _met.Remove(part);
            if (_holds.Remove(part, out var held))
                held.Cancel();
        }
        return true;
    }

    /// <summary>Applies what breaks any service: off, a hang, out of service, too many calls.</summary>
    /// <returns>True when the call has been dealt with: cut off or refused.</returns>
    public async Task<bool> BreakAsync(string part, HttpContext context)
    {
        var mode = this[part];
        if (mode is "off" or "timeout" or "429" or "503" or "401")
            Meet(part);
        switch (mode)
        {
            case "off":
                context.Abort();
                return true;
            case "timeout":
                await HoldAsync(part, context.RequestAborted);
                context.Abort();
                return true;
            case "429" or "503" when part == "connector":
                return false;
            case "429":
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "5";
                return true;
            case "503":
                context.Response.StatusCode = 503;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Holds a call until the caller gives up, the part is put right, or for the longest hold.</summary>
    public async Task HoldAsync(string part, CancellationToken aborted)
    {
        CancellationToken lifted;
        lock (_gate)
        {
            if (!_holds.TryGetValue(part, out var held))
                _holds[part] = held = new CancellationTokenSource();
            lifted = held.Token;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifted);
        try
        {
            await Task.Delay(LongestHold, machine, either.Token);
        }
        catch (OperationCanceledException)
        {
            // The caller has given up or the fault was put right.
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var held in _holds.Values)
                held.Cancel();
            _holds.Clear();
        }
    }
}
