namespace ConferenceBot.Domain.Procedure;

/// <summary>What the amount of a deadline rule counts, back from the conference.</summary>
public enum DeadlineUnit
{
    /// <summary>Working days of the agency.</summary>
    WorkingDays,

    /// <summary>Days of the week, then back to a working day of the agency when the day is not one.</summary>
    CalendarDays,

    /// <summary>Hours in which the agency works.</summary>
    WorkingHours,
}
