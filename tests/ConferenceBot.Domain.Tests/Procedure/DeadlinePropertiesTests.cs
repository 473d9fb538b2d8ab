using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Domain.Tests.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Procedure;

public sealed class DeadlinePropertiesTests
{
    private static readonly Gen<DeadlineTable> AnyTable =
        Gen.Select(Gen.Int[0, 60], Gen.Enum<DeadlineUnit>(), Gen.Bool, SomeTime.AnyTime).Select((amount, unit, counts, at) =>
            new DeadlineTable([new DeadlineRule(null, null, null, amount, unit, counts, at)]));

    private static readonly Gen<(DeadlineTable Table, WorkingCalendar Calendar, AgencyKind Agency, DateTimeOffset Start)> AnyCase =
        Gen.Select(AnyTable, SomeTime.AnyCalendar, SomeTime.AnyAgency, SomeTime.AnyInstant);

    [Fact]
    public void A_deadline_lies_on_a_working_day_before_the_conference() => AnyCase.Sample(each =>
    {
        var at = At(each.Table, each.Calendar, each.Agency, each.Start);
        Assert.True(at < each.Start);
        Assert.True(each.Calendar.IsWorkingDay(each.Calendar.DayOf(at), each.Agency));
        Assert.Equal(TimeSpan.Zero, at.Offset);
    });

    [Fact]
    public void A_deadline_in_working_days_leaves_as_many_working_days_as_the_rule_says() => AnyCase.Sample(each =>
    {
        var rule = each.Table.Rules[0] with { Unit = DeadlineUnit.WorkingDays, ConferenceDayCounts = false };
        var at = At(new DeadlineTable([rule]), each.Calendar, each.Agency, each.Start);
        var left = each.Calendar.WorkingDaysBetween(each.Calendar.DayOf(at), each.Calendar.DayOf(each.Start), each.Agency);
        Assert.True(rule.Amount == 0 ? left is 0 or 1 : left == rule.Amount);
    });

    [Fact]
    public void A_deadline_in_working_hours_is_in_working_time() => AnyCase.Sample(each =>
    {
        var rule = each.Table.Rules[0] with { Unit = DeadlineUnit.WorkingHours };
        var at = At(new DeadlineTable([rule]), each.Calendar, each.Agency, each.Start);
        Assert.True(each.Calendar.IsWorkingTime(at, each.Agency));
    });

    [Fact]
    public void A_conference_that_moves_later_never_has_an_earlier_deadline() =>
        Gen.Select(AnyCase, Gen.Int[0, 14 * 24 * 60]).Sample((each, minutes) =>
        {
            var before = At(each.Table, each.Calendar, each.Agency, each.Start);
            var after = At(each.Table, each.Calendar, each.Agency, each.Start.AddMinutes(minutes));
            Assert.True(after >= before);
        });

    [Fact]
    public void A_larger_amount_never_gives_a_later_deadline() => AnyCase.Sample(each =>
    {
        var rule = each.Table.Rules[0];
        var more = new DeadlineTable([rule with { Amount = Math.Min(rule.Amount + 1, DeadlineRule.LargestAmount) }]);
        Assert.True(At(more, each.Calendar, each.Agency, each.Start) <= At(each.Table, each.Calendar, each.Agency, each.Start));
    });

    [Fact]
    public void The_length_of_the_conference_does_not_matter() => Gen.Select(AnyCase, Gen.Int[1, 600]).Sample((each, minutes) =>
        Assert.Equal(
            At(each.Table, each.Calendar, each.Agency, each.Start),
            At(each.Table, each.Calendar, each.Agency, each.Start, minutes)));

    private static DateTimeOffset At(
        DeadlineTable table, WorkingCalendar calendar, AgencyKind agency, DateTimeOffset start, int minutes = 90) =>
        table.For(ConferenceType.Review, Audience.Family, agency, new Slot(start, start.AddMinutes(minutes)), calendar).At;
}
