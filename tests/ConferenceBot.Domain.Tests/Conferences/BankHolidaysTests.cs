using ConferenceBot.Domain.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class BankHolidaysTests
{
    private static readonly (Division Division, int Count)[] Counts =
        [(Division.EnglandAndWales, 8), (Division.Scotland, 9), (Division.NorthernIreland, 10)];

    [Theory]
    [MemberData(nameof(PublishedBankHolidays.All), MemberType = typeof(PublishedBankHolidays))]
    public void The_computed_days_are_the_published_ones(Division division, int year, string days) =>
        Assert.Equal(PublishedBankHolidays.Days(year, days), BankHolidays.ForYear(division, year));

    [Fact]
    public void The_published_list_covers_the_known_range_in_every_division()
    {
        var years = PublishedBankHolidays.All.Select(row => (row.Data.Item1, row.Data.Item2)).ToHashSet();
        foreach (var division in Enum.GetValues<Division>())
            Assert.All(Enumerable.Range(2019, 10), year => Assert.Contains((division, year), years));
        Assert.Equal(30, years.Count);
        Assert.Equal(SomeTime.Day("2019-01-01"), BankHolidays.FirstKnown);
        Assert.Equal(SomeTime.Day("2028-12-31"), BankHolidays.LastKnown);
    }

    [Theory]
    [InlineData("1995-05-08", "1995-05-01")] // fifty years since VE Day
    [InlineData("2002-06-04", "2002-05-27")] // Golden Jubilee
    [InlineData("2012-06-04", "2012-05-28")] // Diamond Jubilee
    [InlineData("2020-05-08", "2020-05-04")] // seventy-five years since VE Day
    [InlineData("2022-06-02", "2022-05-30")] // Platinum Jubilee
    public void A_moved_holiday_is_kept_on_its_new_day_only(string instead, string usual)
    {
        foreach (var division in Enum.GetValues<Division>())
        {
            Assert.True(BankHolidays.IsBankHoliday(division, SomeTime.Day(instead)));
            Assert.False(BankHolidays.IsBankHoliday(division, SomeTime.Day(usual)));
        }
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2002-06-03")]
    [InlineData("2011-04-29")]
    [InlineData("2012-06-05")]
    [InlineData("2022-09-19")]
    [InlineData("2023-05-08")]
    public void A_day_added_by_proclamation_is_a_holiday_everywhere(string day) =>
        Assert.All(Enum.GetValues<Division>(), division => Assert.True(BankHolidays.IsBankHoliday(division, SomeTime.Day(day))));

    [Fact]
    public void A_day_added_for_Scotland_is_a_working_day_elsewhere()
    {
        var day = SomeTime.Day("2026-06-15");
        Assert.True(BankHolidays.IsBankHoliday(Division.Scotland, day));
        Assert.False(BankHolidays.IsBankHoliday(Division.EnglandAndWales, day));
        Assert.False(BankHolidays.IsBankHoliday(Division.NorthernIreland, day));
    }

    [Theory]
    [InlineData(1818, "1818-03-22")]
    [InlineData(1943, "1943-04-25")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_computed(int year, string sunday)
    {
        var holidays = BankHolidays.ForYear(Division.EnglandAndWales, year);
        Assert.Contains(SomeTime.Day(sunday).AddDays(-2), holidays);
        Assert.Contains(SomeTime.Day(sunday).AddDays(1), holidays);
    }

    [Fact]
    public void Saint_Andrews_day_is_a_holiday_in_Scotland_since_2007()
    {
        Assert.False(BankHolidays.IsBankHoliday(Division.Scotland, SomeTime.Day("2006-11-30")));
        Assert.True(BankHolidays.IsBankHoliday(Division.Scotland, SomeTime.Day("2007-11-30")));
        Assert.False(BankHolidays.IsBankHoliday(Division.EnglandAndWales, SomeTime.Day("2007-11-30")));
    }

    [Fact]
    public void Every_year_has_its_full_number_of_weekdays_in_order()
    {
        Gen.Int[2013, 9999].Where(year => year is < 2019 or > 2028).Sample(year =>
        {
            foreach (var (division, count) in Counts)
            {
                var days = BankHolidays.ForYear(division, year);
                Assert.Equal(count, days.Length);
                Assert.Equal(days.Distinct().Order(), days);
                Assert.All(days, day => Assert.True(day.Year == year && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
                Assert.All(days, day => Assert.True(BankHolidays.IsBankHoliday(division, day)));
            }
        });
    }

    [Fact]
    public void A_weekend_day_is_never_a_bank_holiday() =>
        Assert.False(BankHolidays.IsBankHoliday(Division.EnglandAndWales, SomeTime.Day("2026-12-26")));
}
