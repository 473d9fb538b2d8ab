namespace ConferenceBot.Sandbox;

/// <summary>What is broken on purpose. Each part is "on" (works), "off" (the connection drops), "429" or "503".</summary>
internal sealed class Faults
{
    public static readonly IReadOnlyList<string> Parts = ["connector", "graph", "clock"];
    public static readonly IReadOnlyList<string> Modes = ["on", "off", "429", "503"];
    private readonly Dictionary<string, string> _modes = Parts.ToDictionary(part => part, _ => "on");
    private readonly Lock _gate = new();

    public string this[string part]
    {
        get
        {
            lock (_gate)
                return _modes[part];
        }
    }

    /// <returns>False when part or mode is unknown; nothing changes then.</returns>
    public bool TrySet(string part, string mode)
    {
        if (!Parts.Contains(part) || !Modes.Contains(mode))
            return false;
        lock (_gate)
            _modes[part] = mode;
        return true;
    }

    /// <summary>Applies the fault of a part to a call.</summary>
    /// <returns>True when the call has been dealt with: aborted or refused.</returns>
    public bool Break(string part, HttpContext context)
    {
        switch (this[part])
        {
            case "off":
                context.Abort();
                return true;
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
}
