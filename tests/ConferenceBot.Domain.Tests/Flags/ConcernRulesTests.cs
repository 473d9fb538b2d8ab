using ConferenceBot.Domain.Flags;
using Xunit;

namespace ConferenceBot.Domain.Tests.Flags;

public sealed class ConcernRulesTests
{
    private static Refusal? Check(string seen = "shouting", string view = "", FamilyTold? told = FamilyTold.Told, params string[] indicators) =>
        ConcernRules.Check([.. indicators], seen, view, told, Some.Procedure with { TextLimit = 10 });

    [Fact]
    public void A_concern_can_be_sent_with_what_was_seen_and_what_the_family_was_told()
    {
        Assert.Null(Check());
        Assert.Null(Check(indicators: ["threat", "unfit"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void What_was_seen_or_heard_is_needed(string seen) => Assert.IsType<SeenMissing>(Check(seen));

    [Fact]
    public void What_the_family_was_told_is_needed() => Assert.IsType<FamilyToldMissing>(Check(told: null));

    [Fact]
    public void Neither_text_is_longer_than_the_procedure_allows()
    {
        Assert.Null(Check(new string('a', 10), new string('a', 10)));
        Assert.Equal(new TextTooLong(10), Check(new string('a', 11)));
        Assert.Equal(new TextTooLong(10), Check(view: new string('a', 11)));
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("Threat")]
    public void An_indicator_must_be_on_the_list(string indicator) => Assert.IsType<UnknownChoice>(Check(indicators: ["threat", indicator]));
}
