using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ConferenceBot.Domain.Conferences;

/// <summary>
/// Bank holidays of the three divisions: computed from the standing rules, then put right by the dated list of days that were
/// moved or added by proclamation. A holiday that falls on a weekend is given as its substitute weekday, never as the weekend day.
/// </summary>
public static partial class BankHolidays
{
    private static readonly ConcurrentDictionary<(Division, int), ImmutableArray<DateOnly>> Years = new();

    /// <summary>Always false on a Saturday or Sunday.</summary>
    public static bool IsBankHoliday(Division division, DateOnly day) =>
        !IsWeekend(day) && ForYear(division, day.Year).BinarySearch(day) >= 0;

    /// <summary>
    /// All bank holidays of a calendar year in date order. Years before 1995 follow the standing rules of 1995 and so may differ from
    /// what was kept; years after <see cref="LastKnown"/> are computed, but a day may yet be moved or added.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9999.</exception>
    public static ImmutableArray<DateOnly> ForYear(Division division, int year) =>
        Years.GetOrAdd((division, year), static key => Compute(key.Item1, key.Item2));

    /// <summary>Easter Sunday in the Gregorian calendar (the anonymous computus of Meeus, Jones and Butcher).</summary>
    internal static DateOnly Easter(int year)
    {
        int golden = year % 19, century = year / 100, rest = year % 100;
        int epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        int weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        int late = (golden + (11 * epact) + (22 * weekday)) / 451;
        int days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static ImmutableArray<DateOnly> Compute(Division division, int year)
    {
        var days = new SortedSet<DateOnly>();
        AddSubstituted(days, new DateOnly(year, 1, 1));
        if (division == Division.Scotland)
            AddSubstituted(days, new DateOnly(year, 1, 2));
        if (division == Division.NorthernIreland)
            AddSubstituted(days, new DateOnly(year, 3, 17));

        var easter = Easter(year);
        days.Add(easter.AddDays(-2));
        if (division != Division.Scotland)
            days.Add(easter.AddDays(1));

        days.Add(FirstMonday(year, 5));
        days.Add(LastMonday(year, 5));
        if (division == Division.NorthernIreland)
            AddSubstituted(days, new DateOnly(year, 7, 12));
        days.Add(division == Division.Scotland ? FirstMonday(year, 8) : LastMonday(year, 8));
        if (division == Division.Scotland && year >= FirstSaintAndrewsDay)
            AddSubstituted(days, new DateOnly(year, 11, 30));
        AddSubstituted(days, new DateOnly(year, 12, 25));
        AddSubstituted(days, new DateOnly(year, 12, 26));

        foreach (var (usual, instead) in Moved.Where(moved => moved.Usual.Year == year))
        {
            days.Remove(usual);
            days.Add(instead);
        }

        days.UnionWith(Added.Where(added => added.Day.Year == year && (added.Only ?? division) == division).Select(added => added.Day));
        return [.. days];
    }

    /// <summary>The day itself, or the next weekday that is not yet a holiday when it falls on a weekend or on another holiday.</summary>
    private static void AddSubstituted(SortedSet<DateOnly> days, DateOnly day)
    {
        while (IsWeekend(day) || days.Contains(day))
            day = day.AddDays(1);
        days.Add(day);
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - DayOfWeek.Monday + 7) % 7));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
