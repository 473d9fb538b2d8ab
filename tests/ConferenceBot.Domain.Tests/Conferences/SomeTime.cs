using System.Collections.Immutable;
using System.Globalization;
using ConferenceBot.Domain.Conferences;
using CsCheck;

namespace ConferenceBot.Domain.Tests.Conferences;

/// <summary>Calendars, days and instants for the tests of this folder and of the deadlines.</summary>
internal static class SomeTime
{
    public static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static readonly Closure SummerHoliday = new(new(2026, 7, 23), new(2026, 8, 31));

    public static WorkingCalendar Calendar(
        Division division = Division.EnglandAndWales,
        ImmutableArray<DateOnly> closureDays = default,
        params ImmutableArray<Closure> schoolClosures) =>
        new(division, London, closureDays, schoolClosures, new(9, 0), new(17, 0));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant written in UTC, to the minute.</summary>
    public static DateTimeOffset Utc(string instant) =>
        DateTimeOffset.ParseExact(instant, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Days from 2024 to 2031: on both sides of the last published bank holiday.</summary>
    public static Gen<DateOnly> AnyDay { get; } =
        Gen.Int[Day("2024-01-01").DayNumber, Day("2031-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    public static Gen<TimeOnly> AnyTime { get; } = Gen.Int[0, (24 * 60) - 1].Select(minutes => TimeOnly.MinValue.AddMinutes(minutes));

    public static Gen<DateTimeOffset> AnyInstant { get; } =
        Gen.Select(AnyDay, AnyTime, (day, time) => new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero));

    public static Gen<AgencyKind> AnyAgency { get; } = Gen.Enum<AgencyKind>();

    /// <summary>Any division, some closure days, some school closures, any opening hours of at least half an hour.</summary>
    public static Gen<WorkingCalendar> AnyCalendar { get; } = Gen.Select(
        Gen.Enum<Division>(),
        AnyDay.Array[0, 20],
        Gen.Select(AnyDay, Gen.Int[0, 45], (first, days) => new Closure(first, first.AddDays(days))).Array[0, 10],
        Gen.Int[0, 22],
        Gen.Int[1, 45],
        (division, closed, closures, opens, halfHours) => new WorkingCalendar(
            division,
            London,
            [.. closed],
            [.. closures],
            new(opens, 0),
            TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(Math.Min((opens * 60) + (halfHours * 30), (24 * 60) - 1)))));
}
