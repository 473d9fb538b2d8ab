using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;
using Xunit;

namespace ConferenceBot.Domain.Tests.Procedure;

public sealed class DeadlineRuleTests
{
    private static readonly DeadlineRule Any = Row(1);

    [Theory]
    [InlineData(-1)]
    [InlineData(61)]
    public void An_amount_out_of_range_is_refused(int amount)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Row(amount));
        Assert.Throws<ArgumentOutOfRangeException>(() => Any with { Amount = amount });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void An_amount_at_the_edge_of_the_range_is_kept(int amount) => Assert.Equal(amount, (Any with { Amount = amount }).Amount);

    [Fact]
    public void A_row_that_names_the_agency_goes_before_one_that_names_type_and_audience()
    {
        var table = new DeadlineTable(
        [
            Any,
            Row(2, agency: AgencyKind.School),
            Row(3, ConferenceType.Review, Audience.Family),
        ]);
        Assert.Equal(2, table.RuleFor(ConferenceType.Review, Audience.Family, AgencyKind.School).Amount);
        Assert.Equal(3, table.RuleFor(ConferenceType.Review, Audience.Family, AgencyKind.Police).Amount);
        Assert.Equal(1, table.RuleFor(ConferenceType.Review, Audience.Chair, AgencyKind.Police).Amount);
    }

    [Fact]
    public void A_row_that_names_the_type_goes_before_one_that_names_the_audience()
    {
        var table = new DeadlineTable([Any, Row(2, ConferenceType.Review), Row(3, audience: Audience.Family)]);
        Assert.Equal(2, table.RuleFor(ConferenceType.Review, Audience.Family, AgencyKind.Police).Amount);
        Assert.Equal(3, table.RuleFor(ConferenceType.Initial, Audience.Family, AgencyKind.Police).Amount);
    }

    [Fact]
    public void Of_two_rows_that_name_the_agency_the_narrower_wins()
    {
        var table = new DeadlineTable(
        [
            Any,
            Row(2, ConferenceType.Review, Audience.Family, AgencyKind.School),
            Row(3, ConferenceType.Review, agency: AgencyKind.School),
        ]);
        Assert.Equal(2, table.RuleFor(ConferenceType.Review, Audience.Family, AgencyKind.School).Amount);
        Assert.Equal(3, table.RuleFor(ConferenceType.Review, Audience.Chair, AgencyKind.School).Amount);
    }

    [Fact]
    public void Of_equally_specific_rows_the_later_wins()
    {
        Assert.Equal(7, new DeadlineTable([Any, Row(7)]).RuleFor(ConferenceType.Initial, Audience.Chair, AgencyKind.Other).Amount);
        Assert.Equal(1, new DeadlineTable([Row(7), Any]).RuleFor(ConferenceType.Initial, Audience.Chair, AgencyKind.Other).Amount);
    }

    [Fact]
    public void A_table_that_leaves_a_combination_open_is_refused_and_names_it()
    {
        var refused = Assert.Throws<ArgumentException>(() => new DeadlineTable([Row(1, audience: Audience.Chair)]));
        Assert.Contains("Initial, Family, SocialCare", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DeadlineTable([]));
        Assert.Throws<ArgumentException>(() => new DeadlineTable(default(ImmutableArray<DeadlineRule>)));
    }

    [Fact]
    public void Tables_with_equal_rows_are_equal()
    {
        var one = new DeadlineTable([Row(1), Row(2, ConferenceType.Review)]);
        var other = new DeadlineTable([Row(1), Row(2, ConferenceType.Review)]);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, new DeadlineTable([Row(1), Row(3, ConferenceType.Review)]));
    }

    [Fact]
    public void By_default_reviews_have_five_working_days_and_all_others_two()
    {
        foreach (var type in Enum.GetValues<ConferenceType>())
        foreach (var audience in Enum.GetValues<Audience>())
        foreach (var agency in Enum.GetValues<AgencyKind>())
        {
            var rule = DeadlineTable.Default.RuleFor(type, audience, agency);
            Assert.Equal(type is ConferenceType.FirstReview or ConferenceType.Review ? 5 : 2, rule.Amount);
            Assert.Equal(DeadlineUnit.WorkingDays, rule.Unit);
            Assert.Equal(new TimeOnly(17, 0), rule.At);
            Assert.False(rule.ConferenceDayCounts);
        }
    }

    private static DeadlineRule Row(int amount, ConferenceType? type = null, Audience? audience = null, AgencyKind? agency = null) =>
        new(type, audience, agency, amount, DeadlineUnit.WorkingDays, false, new(17, 0));
}
