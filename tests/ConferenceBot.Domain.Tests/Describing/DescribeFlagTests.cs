using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.Tests.Flags;
using Xunit;

namespace ConferenceBot.Domain.Tests.Describing;

public sealed class DescribeFlagTests
{
    private static readonly RuleClock Clock = Some.Clock("2026-06-08 12:00");
    private static readonly ImmutableDictionary<string, string> Typed = ImmutableDictionary<string, string>.Empty.Add("seen", "shouting");

    private static CardContent Alert(RiskFlag flag, PersonId reader, Conference? conference = null, bool shown = false) =>
        DescribeFlag.Alert(flag, conference ?? Some.Conference(), reader, true, shown ? Typed : null, Clock);

    [Fact]
    public void An_alert_shows_what_was_typed_only_when_asked()
    {
        var alert = Assert.IsType<ChairAlertContent>(Alert(SomeFlag.Raised(), Some.Chair));
        Assert.Null(alert.Typed);
        Assert.True(alert.HasText);
        Assert.Equal(Some.At("2026-06-08 14:00"), alert.ReplyBy);
        Assert.Equal(TimeSpan.FromHours(1), alert.ReplyBy.Offset);
        Assert.Same(Typed, Assert.IsType<ChairAlertContent>(Alert(SomeFlag.Raised(), Some.Chair, shown: true)).Typed);
    }

    [Fact]
    public void A_deputy_sees_that_the_chair_has_not_read_it()
    {
        var passed = SomeFlag.Raised().Look("2026-06-08 14:00").State;
        Assert.True(Assert.IsType<ChairAlertContent>(Alert(passed, Some.Deputy)).AsDeputy);
        Assert.False(Assert.IsType<ChairAlertContent>(Alert(passed, Some.Chair)).AsDeputy);
    }

    [Fact]
    public void Those_not_asked_see_nothing_of_it_even_when_the_text_is_at_hand()
    {
        foreach (var reader in new[] { Some.Author, Some.Deputy, Some.Administrator, Some.OtherChair })
            Assert.Equal(PutAway.NoLongerInvited, Assert.IsType<PutAwayContent>(Alert(SomeFlag.Raised(), reader, shown: true)).Why);
    }

    [Theory]
    [InlineData(FlagState.Withdrawn, false, PutAway.Withdrawn)]
    [InlineData(FlagState.Withdrawn, true, PutAway.Withdrawn)]
    [InlineData(FlagState.Expired, false, PutAway.TakenPlace)]
    [InlineData(FlagState.Expired, true, PutAway.Cancelled)]
    [InlineData(FlagState.Sent, true, PutAway.Cancelled)]
    [InlineData(FlagState.Planned, true, PutAway.Cancelled)]
    public void A_flag_that_is_over_is_put_away_with_its_reason(FlagState state, bool cancelled, PutAway why)
    {
        var conference = cancelled ? Some.Conference().Cancelled() : Some.Conference();
        var flag = SomeFlag.Raised() with { State = state };
        Assert.Equal(why, Assert.IsType<PutAwayContent>(Alert(flag, Some.Chair, conference, shown: true)).Why);
        Assert.Equal(why, Assert.IsType<PutAwayContent>(DescribeFlag.Support(flag, conference, Some.Chair, Clock)).Why);
    }

    [Fact]
    public void The_receipt_says_the_same_whichever_plan_was_made()
    {
        FlagReceiptContent Receipt(string plan) => DescribeFlag.Receipt(SomeFlag.Planned() with { Plans = [plan] }, Some.Conference(), Clock);
        Assert.Equal(Receipt("seating"), Receipt("venue"));
        Assert.Equal(Some.At("2026-06-08 11:30"), Receipt("seating").PlannedAt);
    }

    [Fact]
    public void The_receipt_says_when_nobody_is_known_and_when_its_conference_is_off()
    {
        var nobody = SomeFlag.Raised(audience: new FlagAudience(null, [], []));
        Assert.False(DescribeFlag.Receipt(nobody, Some.Conference(), Clock).AddresseeKnown);
        Assert.True(DescribeFlag.Receipt(SomeFlag.Raised(audience: SomeFlag.Chairs with { Addressee = null }), Some.Conference(), Clock).AddresseeKnown);
        Assert.Equal(FlagState.Expired, DescribeFlag.Receipt(SomeFlag.Raised(), Some.Conference().Cancelled(), Clock).State);
        var withdrawn = SomeFlag.Raised() with { State = FlagState.Withdrawn };
        Assert.Equal(FlagState.Withdrawn, DescribeFlag.Receipt(withdrawn, Some.Conference().Cancelled(), Clock).State);
    }

    [Fact]
    public void The_administrator_learns_that_something_is_unread_and_nothing_of_what()
    {
        AdministratorItemContent Item(RiskFlag flag) => DescribeFlag.ForAdministrator(flag, Some.Conference(), Clock);
        Assert.Equal(Item(SomeFlag.Raised()), Item(SomeFlag.Raised(FlagDraft.Restricted("legalAdvice", FamilyTold.Told))));
        Assert.Equal((AdministratorMatter.FlagUnread, true), (Item(SomeFlag.Raised()).Matter, Item(SomeFlag.Raised()).StillOpen));
        Assert.False(Item(SomeFlag.Read()).StillOpen);
        Assert.Equal(AdministratorMatter.NoChair, Item(SomeFlag.Raised(audience: new FlagAudience(null, [], []))).Matter);
    }

    [Fact]
    public void Support_says_nothing_but_that_it_is_wanted_and_by_when()
    {
        var support = SomeFlag.Raised(FlagDraft.Support(), SomeFlag.ManagerAlone);
        var content = Assert.IsType<SupportAskContent>(DescribeFlag.Support(support, Some.Conference(), Some.Manager, Clock));
        Assert.Equal((FlagState.Sent, Some.At("2026-06-10 17:00")), (content.State, content.ReplyBy));
        Assert.IsType<PutAwayContent>(DescribeFlag.Support(support, Some.Conference(), Some.Chair, Clock));
    }
}
