using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;
using Xunit;

namespace ConferenceBot.Domain.Tests.Flags;

public sealed class AwayTests
{
    private static readonly FlagAudience ChairAway = SomeFlag.Chairs with { Away = [Some.Chair] };

    [Fact]
    public void While_the_chair_is_away_the_deputies_are_asked_as_well_at_once_and_the_sender_is_told()
    {
        var (flag, notices, due) = SomeFlag.Raise(audience: ChairAway);
        Assert.Equal([Some.Chair, Some.Deputy, Some.OtherDeputy], notices.To(CardKind.ChairAlert));
        Assert.Empty(notices.To(CardKind.AdministratorItem));
        Assert.Contains((Some.Author, ToastKind.Answer), notices.Where(n => n.Card == CardKind.FlagReceipt).Select(n => (n.To, n.Toast)));
        Assert.Equal(AddresseeAbsence.StandInAsked, Absence(flag));
        Assert.Equal(Some.At("2026-06-08 14:00"), due);
        Assert.True(flag.IsFor(Some.Chair) && flag.IsFor(Some.Deputy));
    }

    [Fact]
    public void What_a_chair_who_has_removed_the_bot_has_not_read_goes_to_the_deputies_and_the_administrator_at_once_and_once()
    {
        var removed = SomeFlag.Chairs with { Away = [Some.Chair], NotReached = [Some.Chair] };
        var passed = SomeFlag.Raised().Look("2026-06-08 11:00", audience: removed);
        Assert.Equal([Some.Deputy, Some.OtherDeputy], passed.Notices.To(CardKind.ChairAlert));
        Assert.Equal([Some.Administrator], passed.Notices.To(CardKind.AdministratorItem));
        Assert.Equal([Some.Author], passed.Notices.To(CardKind.FlagReceipt));
        Assert.Empty(passed.State.Look("2026-06-08 11:01", audience: removed).Notices);
        Assert.Empty(SomeFlag.Read().Look("2026-06-08 11:30", audience: removed).Notices);

        var (raised, notices, _) = SomeFlag.Raise(audience: removed);
        Assert.Equal([Some.Administrator], notices.To(CardKind.AdministratorItem));
        Assert.True(raised.IsFor(Some.Chair) && raised.IsFor(Some.Deputy));
    }

    [Fact]
    public void A_deputy_who_is_away_too_is_not_asked_while_another_is_here()
    {
        var (flag, notices, _) = SomeFlag.Raise(audience: ChairAway with { Away = [Some.Chair, Some.Deputy] });
        Assert.Equal([Some.Chair, Some.OtherDeputy], notices.To(CardKind.ChairAlert));
        Assert.False(flag.IsFor(Some.Deputy));
    }

    [Fact]
    public void Where_nobody_stands_in_the_administrator_is_asked_to_ring_at_once_and_the_sender_is_told_who_is_away()
    {
        var (flag, notices, due) = SomeFlag.Raise(audience: ChairAway with { Deputies = [] });
        Assert.Equal([Some.Administrator], notices.To(CardKind.AdministratorItem));
        Assert.Equal(AddresseeAbsence.NobodyHere, Absence(flag));
        Assert.Equal(Some.Slot.End, due);
    }

    [Fact]
    public void What_nobody_reads_while_the_chair_is_away_still_reaches_the_administrator_once()
    {
        var flag = SomeFlag.Raised(audience: ChairAway);
        Assert.Empty(flag.Look("2026-06-08 13:59", audience: ChairAway).Notices);
        var passed = flag.Look("2026-06-08 14:00", audience: ChairAway);
        Assert.Equal([Some.Administrator], passed.Notices.To(CardKind.AdministratorItem));
        Assert.Empty(passed.State.Look("2026-06-08 16:00", audience: ChairAway).Notices);
    }

    [Fact]
    public void A_chair_who_goes_away_with_something_unread_has_the_deputies_asked_once()
    {
        var away = SomeFlag.Raised().Look("2026-06-08 11:00", audience: ChairAway);
        Assert.Equal([Some.Deputy, Some.OtherDeputy], away.Notices.To(CardKind.ChairAlert));
        Assert.Empty(away.State.Look("2026-06-08 11:05", audience: ChairAway).Notices);
        Assert.Empty(SomeFlag.Read().Look("2026-06-08 11:30", audience: ChairAway).Notices);
    }

    [Fact]
    public void A_new_chair_who_is_away_is_asked_with_the_deputies_beside_them()
    {
        var moved = SomeFlag.Raised().Look("2026-06-08 12:00", audience: SomeFlag.Chairs with { Addressee = Some.OtherChair, Away = [Some.OtherChair] });
        Assert.Equal([Some.OtherChair, Some.Deputy, Some.OtherDeputy], moved.Notices.To(CardKind.ChairAlert));
    }

    [Fact]
    public void Support_goes_to_one_stand_in_beside_a_manager_who_is_away_and_never_to_the_chair()
    {
        var audience = FlagAudience.ForSupport([Some.Manager, Some.HeadOfService, Some.Director], [Some.Manager]);
        var (flag, notices, _) = SomeFlag.Raise(FlagDraft.Support(), audience);
        Assert.Equal([Some.Manager, Some.HeadOfService], notices.To(CardKind.SupportAsk));
        Assert.False(flag.IsFor(Some.Director) || flag.IsFor(Some.Chair));
        Assert.Empty(notices.To(CardKind.AdministratorItem));

        var later = flag.Look("2026-06-10 17:00", audience: FlagAudience.ForSupport([Some.Manager, Some.HeadOfService], []));
        Assert.True(later.State.IsFor(Some.HeadOfService));
    }

    [Fact]
    public void A_manager_who_is_here_is_asked_alone() =>
        Assert.Empty(FlagAudience.ForSupport([Some.Manager, Some.HeadOfService], [Some.HeadOfService]).Deputies);

    [Fact]
    public void A_sender_whose_managers_are_all_away_is_told_so()
    {
        var (flag, notices, _) = SomeFlag.Raise(FlagDraft.Support(), FlagAudience.ForSupport([Some.Manager], [Some.Manager]));
        Assert.Equal([Some.Manager], notices.To(CardKind.SupportAsk));
        Assert.Equal(AddresseeAbsence.NobodyHere, Absence(flag));
    }

    private static AddresseeAbsence Absence(RiskFlag flag) => DescribeFlag.Receipt(flag, Some.Conference(), Some.Clock(SomeFlag.Monday)).Absence;
}
