using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Whether a person can be reached as far as the council's directory says.</summary>
internal enum Standing
{
    Here,

    /// <summary>The account is disabled, deleted or no longer a member's: nobody is contacted through it.</summary>
    Gone,

    /// <summary>No licence at all: there is no Teams to be reached in. Not reached, never "not responding".</summary>
    Unlicensed,
}

/// <summary>From when until when somebody's automatic replies say that they are away; UTC, half-open. Never the reply's text.</summary>
/// <param name="Until"><see cref="DateTimeOffset.MaxValue"/> when no end is set.</param>
internal sealed record Absence(DateTimeOffset From, DateTimeOffset Until);

/// <summary>What the directory says of one person now.</summary>
/// <param name="Absence">Null when their automatic replies are off, and when that is not known.</param>
/// <param name="AbsenceKnown">False when automatic replies may not be read: then nothing waits for them.</param>
internal sealed record PersonStanding(PersonId Person, Standing Standing, Absence? Absence, bool AbsenceKnown);
