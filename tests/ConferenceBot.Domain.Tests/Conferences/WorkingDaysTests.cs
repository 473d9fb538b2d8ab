using ConferenceBot.Domain.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class WorkingDaysTests
{
    private static readonly WorkingCalendar England =
        SomeTime.Calendar(closureDays: [SomeTime.Day("2026-12-29")], schoolClosures: SomeTime.SummerHoliday);

    [Theory]
    [InlineData("2026-05-11", true)] // a Monday
    [InlineData("2026-05-09", false)] // a Saturday
    [InlineData("2026-05-10", false)] // a Sunday
    [InlineData("2026-05-25", false)] // spring bank holiday
    [InlineData("2026-12-28", false)] // substitute for Boxing Day
    [InlineData("2026-12-29", false)] // closure day of the council
    [InlineData("2026-12-30", true)]
    public void A_working_day_is_a_weekday_that_is_no_holiday_and_no_closure_day(string day, bool works) =>
        Assert.Equal(works, England.IsWorkingDay(SomeTime.Day(day)));

    [Theory]
    [InlineData(AgencyKind.School, false)]
    [InlineData(AgencyKind.SchoolNursing, false)]
    [InlineData(AgencyKind.Nursery, true)]
    [InlineData(AgencyKind.SocialCare, true)]
    [InlineData(AgencyKind.Police, true)]
    [InlineData(null, true)]
    public void A_school_closure_is_for_schools_and_school_nursing(AgencyKind? agency, bool works)
    {
        Assert.Equal(works, England.IsWorkingDay(SomeTime.Day("2026-07-23"), agency));
        Assert.Equal(works, England.IsWorkingDay(SomeTime.Day("2026-08-28"), agency));
        Assert.True(England.IsWorkingDay(SomeTime.Day("2026-07-22"), agency));
        Assert.True(England.IsWorkingDay(SomeTime.Day("2026-09-01"), agency));
    }

    [Theory]
    [InlineData("2026-05-15", 0, "2026-05-15")] // a working day is itself
    [InlineData("2026-05-16", 0, "2026-05-18")] // a Saturday becomes Monday
    [InlineData("2026-05-15", 1, "2026-05-18")]
    [InlineData("2026-05-16", 1, "2026-05-18")]
    [InlineData("2026-05-16", -1, "2026-05-15")]
    [InlineData("2026-05-18", -1, "2026-05-15")]
    [InlineData("2026-04-02", 1, "2026-04-07")] // over Easter
    [InlineData("2026-04-07", -2, "2026-04-01")]
    [InlineData("2026-12-24", 1, "2026-12-30")] // over Christmas and the closure day
    [InlineData("2026-12-24", 3, "2027-01-04")]
    public void Working_days_are_added_and_taken_away(string from, int days, string expected) =>
        Assert.Equal(SomeTime.Day(expected), England.AddWorkingDays(SomeTime.Day(from), days));

    [Theory]
    [InlineData("2026-05-11", "2026-05-15", 4)]
    [InlineData("2026-05-15", "2026-05-18", 1)]
    [InlineData("2026-05-16", "2026-05-18", 0)]
    [InlineData("2026-05-18", "2026-05-15", -1)]
    [InlineData("2026-04-02", "2026-04-08", 2)]
    [InlineData("2026-05-11", "2026-05-11", 0)]
    public void Working_days_between_count_the_first_and_not_the_last(string from, string to, int expected) =>
        Assert.Equal(expected, England.WorkingDaysBetween(SomeTime.Day(from), SomeTime.Day(to)));

    [Fact]
    public void Adding_working_days_and_taking_them_away_again_comes_back() =>
        Gen.Select(SomeTime.AnyCalendar, SomeTime.AnyDay, Gen.Int[-60, 60], SomeTime.AnyAgency).Sample((calendar, day, days, agency) =>
        {
            var start = calendar.AddWorkingDays(day, 0, agency);
            var end = calendar.AddWorkingDays(start, days, agency);
            Assert.True(calendar.IsWorkingDay(end, agency));
            Assert.Equal(start, calendar.AddWorkingDays(end, -days, agency));
            Assert.Equal(days, calendar.WorkingDaysBetween(start, end, agency));
        });

    [Fact]
    public void Working_days_between_add_up_and_change_sign() =>
        Gen.Select(SomeTime.AnyCalendar, SomeTime.AnyDay.Array[3], SomeTime.AnyAgency).Sample((calendar, days, agency) =>
        {
            int Between(int from, int to) => calendar.WorkingDaysBetween(days[from], days[to], agency);
            Assert.Equal(Between(0, 2), Between(0, 1) + Between(1, 2));
            Assert.Equal(Between(0, 1), -Between(1, 0));
        }, iter: 30);

    [Theory]
    [InlineData("2018-12-31", false)]
    [InlineData("2019-01-01", true)]
    [InlineData("2028-12-31", true)]
    [InlineData("2029-01-01", false)]
    public void The_calendar_says_which_days_it_knows(string day, bool known) =>
        Assert.Equal(known, England.Knows(SomeTime.Day(day)));

    [Fact]
    public void No_closures_at_all_may_be_left_out()
    {
        var calendar = new WorkingCalendar(Division.Scotland, SomeTime.London, default, default, new(9, 0), new(17, 0));
        Assert.True(calendar.IsWorkingDay(SomeTime.Day("2026-08-12"), AgencyKind.School));
    }

    [Fact]
    public void A_working_day_that_does_not_close_after_it_opens_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(Division.Scotland, SomeTime.London, [], [], new(9, 0), new(9, 0)));
}
