namespace ConferenceBot.Domain.Conferences;

/// <summary>Days in a row on which schools are closed, such as the summer holiday. Both ends belong to it.</summary>
public sealed record Closure
{
    /// <summary>The longest closure accepted, in days; longer is a slip of the keyboard.</summary>
    public const int LongestDays = 366;

    /// <param name="First">First closed day.</param>
    /// <param name="Last">Last closed day; may be the same day.</param>
    /// <exception cref="ArgumentException">The last day is before the first, or more than a year after it.</exception>
    public Closure(DateOnly First, DateOnly Last)
    {
        if (Last < First)
            throw new ArgumentException("A closure cannot end before it begins.", nameof(Last));
        if (Last.DayNumber - First.DayNumber >= LongestDays)
            throw new ArgumentException($"A closure cannot be longer than {LongestDays} days.", nameof(Last));
        this.First = First;
        this.Last = Last;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
