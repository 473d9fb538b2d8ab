using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain;

/// <summary>What every rule needs of time and place: procedure time as a value, the council's procedure and its working calendar.</summary>
public sealed record RuleClock(DateTimeOffset Now, LocalProcedure Procedure, WorkingCalendar Calendar)
{
    /// <summary>The local day of <see cref="Now"/>.</summary>
    public DateOnly Today => Calendar.DayOf(Now);

    /// <summary>The same instant with the council's local offset.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Calendar.Zone);

    /// <inheritdoc cref="Local(DateTimeOffset)"/>
    public DateTimeOffset? Local(DateTimeOffset? instant) => instant is { } at ? Local(at) : null;
}
