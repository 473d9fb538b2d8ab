using ConferenceBot.Domain.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class WallTimeTests
{
    private static readonly WorkingCalendar England = SomeTime.Calendar();

    [Theory]
    [InlineData("2026-01-15", 17, 0, "2026-01-15 17:00")] // winter
    [InlineData("2026-05-11", 17, 0, "2026-05-11 16:00")] // summer
    [InlineData("2026-03-29", 0, 59, "2026-03-29 00:59")] // the minute before the clock goes forward
    [InlineData("2026-03-29", 1, 0, "2026-03-29 01:00")] // skipped: read as 02:00 summer time
    [InlineData("2026-03-29", 1, 30, "2026-03-29 01:30")] // skipped: read as 02:30 summer time
    [InlineData("2026-03-29", 2, 0, "2026-03-29 01:00")]
    [InlineData("2026-10-25", 0, 59, "2026-10-24 23:59")]
    [InlineData("2026-10-25", 1, 0, "2026-10-25 00:00")] // comes twice: the first
    [InlineData("2026-10-25", 1, 59, "2026-10-25 00:59")]
    [InlineData("2026-10-25", 2, 0, "2026-10-25 02:00")]
    public void A_wall_time_is_an_instant(string day, int hour, int minute, string expected)
    {
        var at = England.At(SomeTime.Day(day), new(hour, minute));
        Assert.Equal(SomeTime.Utc(expected), at);
        Assert.Equal(TimeSpan.Zero, at.Offset);
    }

    [Theory]
    [InlineData("2026-05-11 22:59", "2026-05-11", 23, 59)]
    [InlineData("2026-05-11 23:00", "2026-05-12", 0, 0)]
    [InlineData("2026-01-15 23:00", "2026-01-15", 23, 0)]
    [InlineData("2026-10-25 01:30", "2026-10-25", 1, 30)] // the second of the two
    public void An_instant_has_a_local_day_and_time(string instant, string day, int hour, int minute)
    {
        Assert.Equal(SomeTime.Day(day), England.DayOf(SomeTime.Utc(instant)));
        Assert.Equal(new TimeOnly(hour, minute), England.TimeOf(SomeTime.Utc(instant)));
        Assert.Equal(new TimeOnly(hour, minute), England.TimeOf(SomeTime.Utc(instant).ToOffset(TimeSpan.FromHours(-7))));
    }

    [Fact]
    public void Day_and_time_of_a_wall_time_are_that_wall_time_unless_the_clock_skips_it() =>
        Gen.Select(SomeTime.AnyDay, SomeTime.AnyTime).Sample((day, time) =>
        {
            var at = England.At(day, time);
            var skipped = SomeTime.London.IsInvalidTime(day.ToDateTime(time));
            Assert.Equal(day, England.DayOf(at));
            Assert.Equal(skipped ? time.AddHours(1) : time, England.TimeOf(at));
        }, iter: 1000);

    [Fact]
    public void Every_quarter_of_an_hour_of_the_two_clock_change_days_comes_back()
    {
        foreach (var start in new[] { SomeTime.Utc("2026-03-28 22:00"), SomeTime.Utc("2026-10-24 22:00") })
        {
            for (var instant = start; instant < start.AddHours(28); instant = instant.AddMinutes(15))
            {
                var second = SomeTime.Utc("2026-10-25 01:00") <= instant && instant < SomeTime.Utc("2026-10-25 02:00");
                Assert.Equal(second ? instant.AddHours(-1) : instant, England.At(England.DayOf(instant), England.TimeOf(instant)));
            }
        }
    }

    [Fact]
    public void A_zone_whose_clock_changes_at_midnight_keeps_its_days()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Havana");
        var calendar = new WorkingCalendar(Division.EnglandAndWales, zone, [], [], new(9, 0), new(17, 0));
        Assert.Equal(SomeTime.Utc("2026-03-08 05:00"), calendar.At(SomeTime.Day("2026-03-08"), TimeOnly.MinValue));
        Assert.Equal(new TimeOnly(1, 0), calendar.TimeOf(calendar.At(SomeTime.Day("2026-03-08"), TimeOnly.MinValue)));
    }
}
