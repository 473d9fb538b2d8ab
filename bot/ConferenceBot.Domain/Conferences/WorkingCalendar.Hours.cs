namespace ConferenceBot.Domain.Conferences;

public sealed partial class WorkingCalendar
{
    /// <summary>
    /// The instant of a local wall time, in UTC. A time that the clock skips in spring moves forward by the hour skipped (01:30 is
    /// read as 02:30 summer time); a time that comes twice in autumn is the first of the two.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        TimeSpan offset;
        if (Zone.IsInvalidTime(local))
            offset = Zone.GetUtcOffset(DateTime.SpecifyKind(local.AddDays(-1), DateTimeKind.Utc));
        else if (Zone.IsAmbiguousTime(local))
            offset = Zone.GetAmbiguousTimeOffsets(local).Max();
        else
            offset = Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, TimeSpan.Zero) - offset;
    }

    /// <summary>The local day on which the instant falls.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The local wall time of the instant.</summary>
    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    /// <summary>Whether the instant lies in [opens, closes) of a working day.</summary>
    public bool IsWorkingTime(DateTimeOffset instant, AgencyKind? agency = null)
    {
        var day = DayOf(instant);
        return IsWorkingDay(day, agency) && At(day, Opens) <= instant && instant < At(day, Closes);
    }

    /// <summary>The instant itself when it is working time, else the next opening. UTC.</summary>
    public DateTimeOffset NextWorkingTime(DateTimeOffset instant, AgencyKind? agency = null)
    {
        if (IsWorkingTime(instant, agency))
            return instant.ToUniversalTime();
        var day = AddWorkingDays(DayOf(instant), 0, agency);
        return At(day, Opens) > instant ? At(day, Opens) : At(Step(day, 1, agency), Opens);
    }

    /// <summary>
    /// The instant by which <paramref name="hours"/> hours of working time have passed since <paramref name="instant"/>; when negative,
    /// the instant since which they pass until it. Hours are real ones, also where the clock changes. Forward the answer is the
    /// earliest such instant, so a day's last hour ends at closing time; back it is the latest. Zero is
    /// <see cref="NextWorkingTime"/>.
    /// </summary>
    public DateTimeOffset AddWorkingHours(DateTimeOffset instant, int hours, AgencyKind? agency = null)
    {
        if (hours == 0)
            return NextWorkingTime(instant, agency);
        var left = TimeSpan.FromHours(Math.Abs((double)hours));
        var day = DayOf(instant);
        if (!IsWorkingDay(day, agency))
            day = Step(day, Math.Sign(hours), agency);
        return hours > 0 ? Forward(instant, left, day, agency) : Back(instant, left, day, agency);
    }

    private DateTimeOffset Forward(DateTimeOffset instant, TimeSpan left, DateOnly day, AgencyKind? agency)
    {
        for (; ; day = Step(day, 1, agency))
        {
            var from = Later(instant.ToUniversalTime(), At(day, Opens));
            var worked = At(day, Closes) - from;
            if (left <= worked)
                return from + left;
            if (worked > TimeSpan.Zero)
                left -= worked;
        }
    }

    private DateTimeOffset Back(DateTimeOffset instant, TimeSpan left, DateOnly day, AgencyKind? agency)
    {
        for (; ; day = Step(day, -1, agency))
        {
            var until = Earlier(instant.ToUniversalTime(), At(day, Closes));
            var worked = until - At(day, Opens);
            if (left <= worked)
                return until - left;
            if (worked > TimeSpan.Zero)
                left -= worked;
        }
    }

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
