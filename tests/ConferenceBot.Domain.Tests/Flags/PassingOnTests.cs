using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using Xunit;

namespace ConferenceBot.Domain.Tests.Flags;

public sealed class PassingOnTests
{
    private static readonly FlagAudience NewChair = SomeFlag.Chairs with { Addressee = Some.OtherChair };

    [Fact]
    public void What_stays_unread_goes_to_the_deputies_the_administrator_and_back_to_the_sender_once()
    {
        var flag = SomeFlag.Raised();
        Assert.Empty(flag.Look("2026-06-08 13:59").Notices);

        var passed = flag.Look("2026-06-08 14:00");
        Assert.Equal([Some.Deputy, Some.OtherDeputy], passed.Notices.To(CardKind.ChairAlert));
        Assert.Equal([Some.Administrator], passed.Notices.To(CardKind.AdministratorItem));
        Assert.Equal([(Some.Author, ToastKind.Answer)], passed.Notices.Where(n => n.Card == CardKind.FlagReceipt).Select(n => (n.To, n.Toast)));
        Assert.True(passed.State.IsFor(Some.Chair) && passed.State.IsFor(Some.Deputy));
        Assert.Equal(Some.Slot.End, passed.NextDue);
        Assert.Empty(passed.State.Look("2026-06-08 16:00").Notices);
    }

    [Fact]
    public void What_was_read_is_not_passed_on()
    {
        var looked = SomeFlag.Read().Look("2026-06-10 16:00");
        Assert.Empty(looked.Notices);
        Assert.Equal((FlagState.Read, Some.Slot.End), (looked.State.State, looked.NextDue));
    }

    [Fact]
    public void A_deputy_can_read_and_plan_what_was_passed_on_and_nobody_else_before()
    {
        var flag = SomeFlag.Raised();
        Assert.IsType<NotAllowed>(RiskFlags.Read(flag, Some.Deputy, Some.Conference(), Some.Clock("2026-06-08 11:00")).Refused());
        var passed = flag.Look("2026-06-08 14:00").State;
        var planned = RiskFlags.Plan(passed, Some.Deputy, ["breaks"], Some.Conference(), Some.Clock("2026-06-08 14:30")).Accepted();
        Assert.Equal(FlagState.Planned, planned.State.State);
        Assert.Equal(Some.At("2026-06-08 14:30"), planned.State.ReadAt);
    }

    [Fact]
    public void The_addressee_is_not_also_asked_as_deputy_and_each_deputy_is_asked_once()
    {
        var audience = SomeFlag.Chairs with { Deputies = [Some.Chair, Some.Deputy, Some.Deputy, Some.Author], Administrators = [Some.Administrator, Some.Administrator] };
        var passed = SomeFlag.Raised().Look("2026-06-08 14:00", audience: audience);
        Assert.Equal([Some.Deputy], passed.State.PassedTo);
        Assert.Single(passed.Notices.To(CardKind.AdministratorItem));
    }

    [Theory]
    [InlineData(FlagState.Sent)]
    [InlineData(FlagState.Read)]
    [InlineData(FlagState.Planned)]
    public void A_new_chair_is_asked_of_everything_and_has_time_to_read_it(FlagState before)
    {
        var flag = before switch { FlagState.Sent => SomeFlag.Raised(), FlagState.Read => SomeFlag.Read(), _ => SomeFlag.Planned() };
        var (moved, notices, due) = flag.Look("2026-06-08 12:00", audience: NewChair);
        Assert.Equal([Some.OtherChair], notices.To(CardKind.ChairAlert));
        Assert.Single(notices);
        Assert.Equal((FlagState.Sent, null, null), (moved.State, moved.ReadAt, moved.PlannedAt));
        Assert.False(moved.IsFor(Some.Chair));
        Assert.Equal(Some.At("2026-06-08 16:00"), due);
        Assert.Contains(Some.Deputy, moved.Look("2026-06-08 16:00", audience: NewChair).Notices.To(CardKind.ChairAlert));
    }

    [Fact]
    public void A_chair_who_takes_over_again_is_asked_again()
    {
        var first = SomeFlag.Raise();
        var second = first.State.Look("2026-06-08 11:00", audience: NewChair);
        var third = second.State.Look("2026-06-08 12:00");
        string[] keys = [.. first.Notices.Concat(second.Notices).Concat(third.Notices).Select(n => n.Key)];
        Assert.Equal([Some.Chair], third.Notices.To(CardKind.ChairAlert));
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void A_chair_who_is_found_later_is_asked_of_what_waits()
    {
        var waiting = SomeFlag.Raised(audience: SomeFlag.Chairs with { Addressee = null });
        var found = waiting.Look("2026-06-09 10:00");
        Assert.Equal([Some.Chair], found.Notices.To(CardKind.ChairAlert));
        Assert.True(found.State.IsFor(Some.Deputy));
    }

    [Fact]
    public void A_conference_that_loses_its_chair_leaves_the_flag_where_it_is()
    {
        var looked = SomeFlag.Raised().Look("2026-06-08 11:00", audience: SomeFlag.Chairs with { Addressee = null });
        Assert.Equal(Some.Chair, looked.State.To);
        Assert.Empty(looked.Notices);
    }

    [Fact]
    public void Support_that_was_taken_on_stays_with_the_manager_who_took_it_on()
    {
        var support = SomeFlag.Raised(FlagDraft.Support(), SomeFlag.ManagerAlone);
        var taken = RiskFlags.Plan(support, Some.Manager, [], Some.Conference(), Some.Clock("2026-06-08 11:00")).Accepted().State;
        Assert.Empty(taken.Look("2026-06-08 12:00", audience: new FlagAudience(Some.HeadOfService, [], [])).Notices);
        Assert.Equal([Some.HeadOfService], support.Look("2026-06-08 12:00", audience: new FlagAudience(Some.HeadOfService, [], [])).Notices.To(CardKind.SupportAsk));
    }

    [Fact]
    public void A_conference_moved_earlier_passes_on_earlier()
    {
        var moved = Some.Conference().Moved("2026-06-08 13:00");
        Assert.Equal(Some.At("2026-06-08 12:00"), RiskFlags.PassOnAt(SomeFlag.Raised(), moved, Some.Clock(SomeFlag.Monday)));
        Assert.NotEmpty(SomeFlag.Raised().Look("2026-06-08 12:00", moved).Notices);
    }

    [Fact]
    public void A_cancellation_taken_back_loses_nothing()
    {
        var cancelled = Some.Conference().Cancelled();
        var waiting = SomeFlag.Raised().Look("2026-06-08 15:00", cancelled);
        Assert.Empty(waiting.Notices);
        Assert.Equal((FlagState.Sent, Some.Slot.End), (waiting.State.State, waiting.NextDue));
        Assert.NotEmpty(waiting.State.Look("2026-06-08 16:00", cancelled.Moved("2026-06-11 10:00")).Notices);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_flag_expires_with_its_conference_and_is_not_carried_over(bool cancelled)
    {
        var conference = cancelled ? Some.Conference().Cancelled() : Some.Conference();
        foreach (var flag in new[] { SomeFlag.Raised(), SomeFlag.Read(), SomeFlag.Planned() })
        {
            var over = flag.Look("2026-06-11 12:00", conference);
            Assert.Equal((FlagState.Expired, flag.Version + 1), (over.State.State, over.State.Version));
            Assert.Empty(over.Notices);
            Assert.Null(over.NextDue);
            Assert.Same(over.State, over.State.Look("2026-06-12 09:00", Some.Conference().Moved("2026-09-10 10:00"), NewChair).State);
        }
    }
}
