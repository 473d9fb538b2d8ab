namespace ConferenceBot.Domain.Conferences;

/// <summary>
/// A stretch of time, half-open: <see cref="Start"/> belongs to it, <see cref="End"/> does not, so slots that follow each
/// other do not overlap. Both ends are UTC. Equal when both instants are equal. <c>default</c> is the empty slot at the
/// start of the calendar: it contains nothing and overlaps nothing.
/// </summary>
public readonly record struct Slot
{
    /// <param name="start">First instant; any offset, kept as UTC.</param>
    /// <param name="end">First instant after the slot; any offset, kept as UTC.</param>
    /// <exception cref="ArgumentException"><paramref name="end"/> is not after <paramref name="start"/>.</exception>
    public Slot(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
            throw new ArgumentException("A slot must end after it starts.", nameof(end));
        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    public DateTimeOffset Start { get; }

    public DateTimeOffset End { get; }

    public TimeSpan Duration => End - Start;

    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;

    public bool Overlaps(Slot other) => Start < other.End && other.Start < End;
}
