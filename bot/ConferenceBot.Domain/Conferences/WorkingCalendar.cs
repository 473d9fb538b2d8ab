using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ConferenceBot.Domain.Conferences;

/// <summary>
/// The days and hours on which a council and its partner agencies work. Monday to Friday, not a bank holiday of the division, not
/// one of the council's closure days; for schools and school nursing also not in a school closure. A nursery is not taken to close
/// with the schools, since most stay open; one that does is configured as a school. Compared by reference.
/// Days are local days of <see cref="Zone"/>, instants are UTC. Walks that leave the years 1 to 9999 throw
/// <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed partial class WorkingCalendar
{
    private readonly Division _division;
    private readonly FrozenSet<DateOnly> _closureDays;
    private readonly ImmutableArray<Closure> _schoolClosures;

    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="zone">Where the days are; Europe/London for every council.</param>
    /// <param name="closureDays">Days on which nobody works, beside weekends and bank holidays; also how a bank holiday proclaimed
    /// after this version was made is told. <c>default</c> is none.</param>
    /// <param name="schoolClosures">School holidays, any order, may overlap; <c>default</c> is none.</param>
    /// <param name="opens">First local time of the working day, inclusive.</param>
    /// <param name="closes">End of the working day, exclusive.</param>
    /// <exception cref="ArgumentException"><paramref name="closes"/> is not after <paramref name="opens"/>.</exception>
    public WorkingCalendar(
        Division division,
        TimeZoneInfo zone,
        ImmutableArray<DateOnly> closureDays,
        ImmutableArray<Closure> schoolClosures,
        TimeOnly opens,
        TimeOnly closes)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (closes <= opens)
            throw new ArgumentException("The working day must close after it opens.", nameof(closes));
        _division = division;
        _closureDays = closureDays.IsDefault ? [] : closureDays.ToFrozenSet();
        _schoolClosures = schoolClosures.IsDefault ? [] : schoolClosures;
        Zone = zone;
        Opens = opens;
        Closes = closes;
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>First local time of the working day, inclusive.</summary>
    public TimeOnly Opens { get; }

    /// <summary>End of the working day in local time, exclusive.</summary>
    public TimeOnly Closes { get; }

    /// <param name="day">A local day.</param>
    /// <param name="agency">For whom; null leaves school closures aside.</param>
    public bool IsWorkingDay(DateOnly day, AgencyKind? agency = null) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !BankHolidays.IsBankHoliday(_division, day)
        && !_closureDays.Contains(day)
        && !(ClosesWithSchools(agency) && _schoolClosures.Any(closure => closure.Contains(day)));

    /// <summary>
    /// The working day that lies <paramref name="days"/> working days after <paramref name="from"/>, or before it when negative. The
    /// day itself is never counted, so from a Saturday one day on is Monday and one day back is Friday. Zero is the day itself when
    /// it is a working day, else the next one.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly from, int days, AgencyKind? agency = null)
    {
        if (days == 0)
            return IsWorkingDay(from, agency) ? from : Step(from, 1, agency);
        var day = from;
        for (var left = Math.Abs((long)days); left > 0; left--)
            day = Step(day, Math.Sign(days), agency);
        return day;
    }

    /// <summary>
    /// How many working days lie in [from, to): <paramref name="from"/> counts, <paramref name="to"/> does not. Negative, over
    /// [to, from), when <paramref name="to"/> is the earlier.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to, AgencyKind? agency = null)
    {
        if (to < from)
            return -WorkingDaysBetween(to, from, agency);
        var count = 0;
        for (var day = from; day < to; day = day.AddDays(1))
        {
            if (IsWorkingDay(day, agency))
                count++;
        }

        return count;
    }

    /// <summary>Whether the day lies in the range for which bank holidays have been published and checked.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Callers ask the calendar they hold.")]
    public bool Knows(DateOnly day) => BankHolidays.FirstKnown <= day && day <= BankHolidays.LastKnown;

    private static bool ClosesWithSchools(AgencyKind? agency) => agency is AgencyKind.School or AgencyKind.SchoolNursing;

    private DateOnly Step(DateOnly day, int direction, AgencyKind? agency)
    {
        do
            day = day.AddDays(direction);
        while (!IsWorkingDay(day, agency));
        return day;
    }
}
