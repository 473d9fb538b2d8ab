using ConferenceBot.Domain.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class WorkingHoursTests
{
    private static readonly WorkingCalendar England = SomeTime.Calendar(schoolClosures: SomeTime.SummerHoliday);

    private static readonly Gen<(WorkingCalendar Calendar, DateTimeOffset Instant, AgencyKind Agency)> AnyMoment =
        Gen.Select(SomeTime.AnyCalendar, SomeTime.AnyInstant, SomeTime.AnyAgency);

    [Theory]
    [InlineData("2026-05-11 07:59", false)]
    [InlineData("2026-05-11 08:00", true)]
    [InlineData("2026-05-11 15:59", true)]
    [InlineData("2026-05-11 16:00", false)]
    [InlineData("2026-05-10 10:00", false)]
    [InlineData("2026-05-25 10:00", false)]
    [InlineData("2026-01-15 08:00", false)]
    [InlineData("2026-01-15 16:59", true)]
    public void Working_time_is_from_opening_up_to_closing_on_a_working_day(string instant, bool works) =>
        Assert.Equal(works, England.IsWorkingTime(SomeTime.Utc(instant)));

    [Theory]
    [InlineData("2026-05-11 10:30", "2026-05-11 10:30")]
    [InlineData("2026-05-11 05:00", "2026-05-11 08:00")]
    [InlineData("2026-05-11 16:00", "2026-05-12 08:00")]
    [InlineData("2026-05-08 18:00", "2026-05-11 08:00")]
    [InlineData("2026-03-27 17:00", "2026-03-30 08:00")] // over the spring change
    [InlineData("2026-10-23 16:00", "2026-10-26 09:00")] // over the autumn change
    [InlineData("2026-12-24 17:00", "2026-12-29 09:00")]
    public void The_next_working_time_is_now_or_the_next_opening(string instant, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), England.NextWorkingTime(SomeTime.Utc(instant)));

    [Fact]
    public void The_next_working_time_of_a_closed_school_is_after_the_holiday() =>
        Assert.Equal(SomeTime.Utc("2026-09-01 08:00"), England.NextWorkingTime(SomeTime.Utc("2026-07-22 16:00"), AgencyKind.School));

    [Theory]
    [InlineData("2026-05-11 09:00", 3, "2026-05-11 12:00")]
    [InlineData("2026-05-11 08:00", 8, "2026-05-11 16:00")] // a whole day ends at closing
    [InlineData("2026-05-11 15:00", 2, "2026-05-12 09:00")]
    [InlineData("2026-05-09 12:00", 1, "2026-05-11 09:00")]
    [InlineData("2026-05-12 08:00", -8, "2026-05-11 08:00")]
    [InlineData("2026-05-12 05:00", -1, "2026-05-11 15:00")]
    [InlineData("2026-05-09 12:00", -1, "2026-05-08 15:00")]
    [InlineData("2026-03-27 16:00", 2, "2026-03-30 09:00")] // Friday 16:00 to Monday 10:00, forward clock
    [InlineData("2026-03-30 11:00", -8, "2026-03-27 12:00")] // Monday 12:00 to Friday 12:00
    [InlineData("2026-10-26 12:00", -8, "2026-10-23 11:00")] // the same over the autumn change
    [InlineData("2026-05-09 12:00", 0, "2026-05-11 08:00")]
    public void Working_hours_are_added_and_taken_away(string instant, int hours, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), England.AddWorkingHours(SomeTime.Utc(instant), hours));

    [Fact]
    public void The_hour_that_comes_twice_is_worked_twice()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Friday", TimeSpan.Zero, "Friday", "winter", "summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                new(2026, 1, 1), new(2026, 12, 31), TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 12, 0, 0), 5, 15),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 12, 0, 0), 10, 16)),
        ]);
        var calendar = new WorkingCalendar(Division.EnglandAndWales, zone, [], [], new(9, 0), new(17, 0));
        var autumn = calendar.At(SomeTime.Day("2026-10-16"), new(9, 0));
        Assert.Equal(calendar.At(SomeTime.Day("2026-10-16"), new(17, 0)), calendar.AddWorkingHours(autumn, 9));
        var spring = calendar.At(SomeTime.Day("2026-05-15"), new(9, 0));
        Assert.Equal(calendar.At(SomeTime.Day("2026-05-15"), new(17, 0)), calendar.AddWorkingHours(spring, 7));
    }

    [Fact]
    public void The_next_working_time_is_working_time_and_nothing_before_it_is() =>
        AnyMoment.Sample((calendar, instant, agency) =>
        {
            var next = calendar.NextWorkingTime(instant, agency);
            Assert.True(next >= instant && calendar.IsWorkingTime(next, agency));
            Assert.Equal(TimeSpan.Zero, Worked(calendar, instant, next, agency));
        });

    [Fact]
    public void Exactly_the_hours_asked_for_are_worked_between() =>
        Gen.Select(AnyMoment, Gen.Int[1, 60]).Sample((moment, hours) =>
        {
            var (calendar, instant, agency) = moment;
            var later = calendar.AddWorkingHours(instant, hours, agency);
            var earlier = calendar.AddWorkingHours(instant, -hours, agency);
            Assert.Equal(TimeSpan.FromHours(hours), Worked(calendar, instant, later, agency));
            Assert.Equal(TimeSpan.FromHours(hours), Worked(calendar, earlier, instant, agency));
            Assert.True(calendar.IsWorkingTime(later.AddTicks(-1), agency));
            Assert.True(calendar.IsWorkingTime(earlier, agency));
        });

    [Fact]
    public void Adding_working_hours_and_taking_them_away_again_comes_back() =>
        Gen.Select(AnyMoment, Gen.Int[0, 60]).Sample((moment, hours) =>
        {
            var (calendar, instant, agency) = moment;
            var start = calendar.NextWorkingTime(instant, agency);
            Assert.Equal(start, calendar.AddWorkingHours(calendar.AddWorkingHours(start, hours, agency), -hours, agency));
        });

    private static TimeSpan Worked(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to, AgencyKind agency)
    {
        var worked = TimeSpan.Zero;
        for (var day = calendar.DayOf(from); day <= calendar.DayOf(to); day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day, agency))
                continue;
            var (opens, closes) = (calendar.At(day, calendar.Opens), calendar.At(day, calendar.Closes));
            var (start, end) = (opens > from ? opens : from, closes < to ? closes : to);
            if (end > start)
                worked += end - start;
        }

        return worked;
    }
}
