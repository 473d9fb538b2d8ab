namespace ConferenceBot.Domain.People;

/// <summary>Whether a person can be reached as far as the council's directory says.</summary>
public enum Standing
{
    Here,

    /// <summary>The account is disabled, deleted or no longer a member's: nobody is contacted through it.</summary>
    Gone,

    /// <summary>No licence at all: there is no Teams to be reached in. Not reached, never "not responding".</summary>
    Unlicensed,
}

/// <summary>From when until when somebody's automatic replies say that they are away; UTC, half-open. Never the reply's text.</summary>
/// <param name="Until"><see cref="DateTimeOffset.MaxValue"/> when no end is set.</param>
public sealed record Absence(DateTimeOffset From, DateTimeOffset Until)
{
    public bool HasEnd => Until < DateTimeOffset.MaxValue;

    public bool Covers(DateTimeOffset now) => From <= now && now < Until;
}

/// <summary>What the directory says of one person now.</summary>
/// <param name="Absence">Null when their automatic replies are off, and when that is not known.</param>
/// <param name="AbsenceKnown">False when automatic replies may not be read: then nothing waits for them.</param>
public sealed record PersonStanding(PersonId Person, Standing Standing, Absence? Absence, bool AbsenceKnown)
{
    /// <summary>An absence with an end is believed while nothing newer can be read; that it cannot leaves nobody away for good.</summary>
    /// <param name="before">What was believed before this look.</param>
    public Absence? Believed(Absence? before) => AbsenceKnown ? Absence : before is { HasEnd: true } ? before : null;
}
