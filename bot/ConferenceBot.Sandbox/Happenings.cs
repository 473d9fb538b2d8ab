using ConferenceBot.Sandbox.Record;

namespace ConferenceBot.Sandbox;

/// <summary>One line of what the tenant saw.</summary>
/// <param name="At">Procedure time.</param>
/// <param name="Kind">read, clock, bot, person, reply, delivery or fault.</param>
/// <param name="Who">The person it concerns, or null.</param>
/// <param name="Activity">The activity in a chat that it is about, or null.</param>
internal sealed record Happening(long Seq, DateTimeOffset At, string Kind, Guid? Who, string Text, string? Activity)
{
    public Line ToLine(HostRecord record) =>
        new(At, Kind == "graph" ? "read" : Kind, Who, record.ReferenceOf(Activity), Text) { Activity = Activity };
}

/// <summary>The last 2,000 things that the tenant saw, oldest first.</summary>
internal sealed class Happenings(Func<DateTimeOffset> now, ChangeFeed feed)
{
    private const int Kept = 2000;
    private readonly Lock _gate = new();
    private readonly Queue<Happening> _lines = new();
    private long _seq;

    /// <summary>Procedure time.</summary>
    public DateTimeOffset Now => now();

    public void Add(string kind, Guid? who, string text, string? activity = null)
    {
        lock (_gate)
        {
            _lines.Enqueue(new Happening(++_seq, now(), kind, who, text, activity));
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
        feed.Publish("log", who);
    }

    public IReadOnlyList<Happening> All() => Since(0);

    public IReadOnlyList<Happening> Since(long seq)
    {
        lock (_gate)
            return [.. _lines.Where(line => line.Seq > seq)];
    }
}
