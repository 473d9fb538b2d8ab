namespace ConferenceBot.Sandbox.Connector;

/// <summary>The published limits of one bot in one conversation, in machine time.</summary>
internal sealed class SendLimits(TimeProvider machine)
{
    private static readonly (int Calls, TimeSpan Window)[] Rows =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];

    /// <summary>Counts calls if they fit.</summary>
    /// <param name="lane">Operation and conversation.</param>
    /// <returns>Null when they fit, else the whole seconds to wait; refused calls do not count.</returns>
    public int? TryTake(string lane, int count = 1)
    {
        var now = machine.GetUtcNow();
        lock (_gate)
        {
            if (!_calls.TryGetValue(lane, out var calls))
                _calls[lane] = calls = new Queue<DateTimeOffset>();
            while (calls.TryPeek(out var oldest) && now - oldest >= Rows[^1].Window)
                calls.Dequeue();
            foreach (var (limit, window) in Rows)
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
