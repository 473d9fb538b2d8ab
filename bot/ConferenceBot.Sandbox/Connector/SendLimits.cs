namespace ConferenceBot.Sandbox.Connector;

/// <summary>The published limits of one bot, in machine time: protocol.md, section F.</summary>
internal sealed class SendLimits(TimeProvider machine)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Hour = TimeSpan.FromHours(1);

    /// <summary>Sends to one conversation, and creations of one.</summary>
    public static readonly IReadOnlyList<(int Calls, TimeSpan Window)> Send = [(7, Second), (8, 2 * Second), (60, 30 * Second), (1800, Hour)];

    /// <summary>Reads of the members of one conversation.</summary>
    public static readonly IReadOnlyList<(int Calls, TimeSpan Window)> Read = [(14, Second), (16, 2 * Second), (120, 30 * Second), (3600, Hour)];

    /// <summary>The old list of members, which Teams has cut down to almost nothing.</summary>
    public static readonly IReadOnlyList<(int Calls, TimeSpan Window)> Deprecated = [(5, 60 * Second)];

    /// <summary>Every call of the application in the tenant.</summary>
    public static readonly IReadOnlyList<(int Calls, TimeSpan Window)> Application = [(50, Second)];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];

    /// <summary>Counts calls if they fit.</summary>
    /// <param name="lane">Operation and conversation.</param>
    /// <param name="rows">The limits, shortest window first.</param>
    /// <returns>Null when they fit, else the whole seconds to wait; refused calls do not count.</returns>
    public int? TryTake(string lane, IReadOnlyList<(int Calls, TimeSpan Window)> rows, int count = 1)
    {
        var now = machine.GetUtcNow();
        lock (_gate)
        {
            if (!_calls.TryGetValue(lane, out var calls))
                _calls[lane] = calls = new Queue<DateTimeOffset>();
            while (calls.TryPeek(out var oldest) && now - oldest >= rows[^1].Window)
                calls.Dequeue();
            foreach (var (limit, window) in rows)
            {
                var inside = calls.Where(at => now - at < window).ToList();
                if (inside.Count + count > limit)
                    return Math.Max(1, (int)Math.Ceiling((inside[0] + window - now).TotalSeconds));
            }
            for (var i = 0; i < count; i++)
                calls.Enqueue(now);
            return null;
        }
    }
}
