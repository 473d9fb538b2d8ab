using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Domain.Tests.Conferences;
using Xunit;

namespace ConferenceBot.Domain.Tests.Procedure;

/// <summary>Deadlines worked out by hand with a paper calendar. Instants are UTC.</summary>
public sealed class DeadlineExamplesTests
{
    [Theory]
    [InlineData(Division.EnglandAndWales, ConferenceType.Initial, "2026-05-14 09:00", "2026-05-12 16:00")] // Thursday: Tuesday
    [InlineData(Division.EnglandAndWales, ConferenceType.Initial, "2026-05-11 09:00", "2026-05-07 16:00")] // Monday: Thursday
    [InlineData(Division.EnglandAndWales, ConferenceType.Review, "2026-05-14 09:00", "2026-05-07 16:00")] // a week before
    [InlineData(Division.EnglandAndWales, ConferenceType.Review, "2026-05-08 09:00", "2026-04-30 16:00")] // over early May
    public void A_deadline_in_an_ordinary_week(Division division, ConferenceType type, string conference, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), Default(SomeTime.Calendar(division), type, conference));

    [Theory]
    [InlineData(ConferenceType.Initial, "2026-12-29 10:00", "2026-12-23 17:00")] // 28 stands in for Boxing Day
    [InlineData(ConferenceType.Review, "2027-01-04 10:00", "2026-12-23 17:00")] // 31, 30, 29, 24, 23
    [InlineData(ConferenceType.Initial, "2027-12-29 10:00", "2027-12-23 17:00")] // 27 and 28 stand in: 24, 23
    public void A_deadline_around_Christmas(ConferenceType type, string conference, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), Default(SomeTime.Calendar(), type, conference));

    [Theory]
    [InlineData(Division.EnglandAndWales, "2026-04-02 16:00")] // Tuesday, then Maundy Thursday
    [InlineData(Division.NorthernIreland, "2026-04-02 16:00")]
    [InlineData(Division.Scotland, "2026-04-06 16:00")] // Easter Monday is worked
    public void A_deadline_after_Easter(Division division, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), Default(SomeTime.Calendar(division), ConferenceType.Initial, "2026-04-08 09:00"));

    [Theory]
    [InlineData("2026-03-31 09:00", "2026-03-27 17:00")] // Friday before the clock goes forward: 17:00 is 17:00 UTC
    [InlineData("2026-04-01 09:00", "2026-03-30 16:00")] // Monday after
    [InlineData("2026-10-27 10:00", "2026-10-23 16:00")] // Friday before the clock goes back
    [InlineData("2026-10-28 10:00", "2026-10-26 17:00")] // Monday after
    public void A_deadline_around_a_clock_change_stays_at_five_in_the_afternoon(string conference, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), Default(SomeTime.Calendar(), ConferenceType.Initial, conference));

    [Theory]
    [InlineData(Division.Scotland, "2026-06-16 09:00", "2026-06-11 16:00")] // 15 June once
    [InlineData(Division.EnglandAndWales, "2026-06-16 09:00", "2026-06-12 16:00")]
    [InlineData(Division.Scotland, "2026-12-02 10:00", "2026-11-27 17:00")] // Saint Andrew's day, a Monday
    [InlineData(Division.Scotland, "2026-08-05 09:00", "2026-07-31 16:00")] // first Monday in August
    [InlineData(Division.Scotland, "2027-01-06 10:00", "2026-12-31 17:00")] // 1 January, and 4 for 2 January
    [InlineData(Division.NorthernIreland, "2026-03-19 10:00", "2026-03-16 17:00")] // Saint Patrick's day
    [InlineData(Division.NorthernIreland, "2026-07-15 09:00", "2026-07-10 16:00")] // 13 July stands in
    public void A_deadline_around_the_days_of_a_nation(Division division, string conference, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), Default(SomeTime.Calendar(division), ConferenceType.Initial, conference));

    [Theory]
    [InlineData(AgencyKind.School, "2026-09-02 09:00", "2026-07-22 16:00")] // 1 September, then the last day of term
    [InlineData(AgencyKind.Police, "2026-09-02 09:00", "2026-08-28 16:00")]
    [InlineData(AgencyKind.School, "2026-08-12 09:00", "2026-07-21 16:00")] // in the holiday: the last two days of term
    [InlineData(AgencyKind.SchoolNursing, "2026-08-12 09:00", "2026-07-21 16:00")]
    public void A_school_has_its_deadline_before_the_summer_holiday(AgencyKind agency, string conference, string expected) =>
        Assert.Equal(
            SomeTime.Utc(expected),
            Default(SomeTime.Calendar(schoolClosures: SomeTime.SummerHoliday), ConferenceType.Initial, conference, agency));

    [Theory]
    [InlineData(2, false, "2026-05-13 16:00")] // before a Friday: Wednesday
    [InlineData(2, true, "2026-05-14 16:00")] // Friday is the first, Thursday the second
    [InlineData(1, false, "2026-05-14 16:00")]
    [InlineData(1, true, "2026-05-14 16:00")] // 17:00 on the day is too late: the day before
    [InlineData(0, false, "2026-05-14 16:00")]
    [InlineData(0, true, "2026-05-14 16:00")]
    public void The_conference_day_counts_only_when_the_rule_says_so(int amount, bool counts, string expected) =>
        Assert.Equal(
            SomeTime.Utc(expected),
            By(new(null, null, null, amount, DeadlineUnit.WorkingDays, counts, new(17, 0)), "2026-05-15 09:00"));

    [Fact]
    public void A_conference_day_that_is_not_worked_is_not_counted() => // on a Saturday: Friday is the first, Thursday the second
        Assert.Equal(
            SomeTime.Utc("2026-05-14 16:00"),
            By(new(null, null, null, 2, DeadlineUnit.WorkingDays, true, new(17, 0)), "2026-05-16 09:00"));

    [Theory]
    [InlineData("2026-05-15 09:00", "2026-05-15 08:30")] // 09:30 is before 10:00
    [InlineData("2026-05-15 08:30", "2026-05-14 08:30")] // 09:30 is when it starts: the day before
    [InlineData("2026-05-16 09:00", "2026-05-15 08:30")] // a Saturday has no deadline
    public void A_deadline_on_the_day_itself_stands_when_it_comes_before_the_start(string conference, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), By(new(null, null, null, 0, DeadlineUnit.WorkingDays, false, new(9, 30)), conference));

    [Theory]
    [InlineData(7, false, "2026-04-14 09:00", "2026-04-07 16:00")]
    [InlineData(7, false, "2026-04-13 09:00", "2026-04-02 16:00")] // Easter Monday goes back to Thursday
    [InlineData(2, false, "2026-05-11 09:00", "2026-05-08 16:00")] // Saturday goes back to Friday
    [InlineData(3, true, "2026-05-14 09:00", "2026-05-12 16:00")]
    [InlineData(0, false, "2026-05-14 09:00", "2026-05-13 16:00")]
    public void Calendar_days_go_back_to_a_working_day(int amount, bool counts, string conference, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), By(new(null, null, null, amount, DeadlineUnit.CalendarDays, counts, new(17, 0)), conference));

    [Theory]
    [InlineData(48, true, "2026-05-18 09:00", "2026-05-08 09:00")] // 1 h on the Monday, five days, 7 h of the Friday
    [InlineData(48, false, "2026-05-18 09:00", "2026-05-08 08:00")] // six whole days
    [InlineData(4, true, "2026-05-14 13:00", "2026-05-14 09:00")]
    [InlineData(4, false, "2026-05-14 13:00", "2026-05-13 12:00")]
    [InlineData(8, true, "2026-03-30 11:00", "2026-03-27 12:00")] // over the spring clock change
    [InlineData(0, true, "2026-05-14 13:00", "2026-05-14 12:00")] // none is read as one
    public void Working_hours_give_day_and_time(int amount, bool counts, string conference, string expected) =>
        Assert.Equal(SomeTime.Utc(expected), By(new(null, null, null, amount, DeadlineUnit.WorkingHours, counts, new(17, 0)), conference));

    [Theory]
    [InlineData("2028-12-20 10:00", false)]
    [InlineData("2029-01-02 10:00", true)] // the deadline is in 2028, a day between might be proclaimed
    [InlineData("2029-06-05 09:00", true)]
    [InlineData("2019-01-02 10:00", true)] // counted from before the list begins
    public void A_deadline_counted_over_unpublished_days_says_so(string conference, bool beyond) =>
        Assert.Equal(beyond, For(SomeTime.Calendar(), ConferenceType.Initial, conference).BeyondKnownRange);

    private static DateTimeOffset Default(
        WorkingCalendar calendar, ConferenceType type, string conference, AgencyKind agency = AgencyKind.HealthVisiting) =>
        For(calendar, type, conference, agency).At;

    private static Deadline For(
        WorkingCalendar calendar, ConferenceType type, string conference, AgencyKind agency = AgencyKind.HealthVisiting) =>
        DeadlineTable.Default.For(type, Audience.Family, agency, HourAt(conference), calendar);

    private static DateTimeOffset By(DeadlineRule rule, string conference) => new DeadlineTable([rule])
        .For(ConferenceType.Initial, Audience.Chair, AgencyKind.Other, HourAt(conference), SomeTime.Calendar()).At;

    private static Slot HourAt(string start) => new(SomeTime.Utc(start), SomeTime.Utc(start).AddHours(1));
}
