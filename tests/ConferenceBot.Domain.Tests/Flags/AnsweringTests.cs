using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using Xunit;

namespace ConferenceBot.Domain.Tests.Flags;

public sealed class AnsweringTests
{
    private static readonly Conference Conference = Some.Conference();
    private static readonly RuleClock Eleven = Some.Clock("2026-06-08 11:00"), Noon = Some.Clock("2026-06-08 12:00");

    [Fact]
    public void Reading_is_recorded_once_and_tells_nobody()
    {
        var read = RiskFlags.Read(SomeFlag.Raised(), Some.Chair, Conference, Eleven).Accepted();
        Assert.Equal((FlagState.Read, Eleven.Now, 2), (read.State.State, read.State.ReadAt, read.State.Version));
        Assert.Empty(read.Notices);
        Assert.Same(read.State, RiskFlags.Read(read.State, Some.Chair, Conference, Noon).Accepted().State);
    }

    [Fact]
    public void A_planned_flag_can_still_be_read()
    {
        var planned = SomeFlag.Planned();
        Assert.Same(planned, RiskFlags.Read(planned, Some.Chair, Conference, Noon).Accepted().State);
    }

    [Fact]
    public void A_plan_needs_a_choice_from_the_list()
    {
        Assert.IsType<NothingAnswered>(RiskFlags.Plan(SomeFlag.Raised(), Some.Chair, [], Conference, Eleven).Refused());
        Assert.IsType<UnknownChoice>(RiskFlags.Plan(SomeFlag.Raised(), Some.Chair, ["seating", "exclude"], Conference, Eleven).Refused());
    }

    [Fact]
    public void A_manager_takes_support_on_without_a_choice()
    {
        var support = SomeFlag.Raised(FlagDraft.Support(), SomeFlag.ManagerAlone);
        Assert.Equal(FlagState.Planned, RiskFlags.Plan(support, Some.Manager, [], Conference, Eleven).Accepted().State.State);
        Assert.IsType<NotAllowed>(RiskFlags.Plan(support, Some.Chair, [], Conference, Eleven).Refused());
    }

    [Fact]
    public void The_sender_learns_that_there_is_a_plan_and_not_which()
    {
        var seating = RiskFlags.Plan(SomeFlag.Raised(), Some.Chair, ["seating"], Conference, Eleven).Accepted();
        var venue = RiskFlags.Plan(SomeFlag.Raised(), Some.Chair, ["venue"], Conference, Eleven).Accepted();
        var notice = Assert.Single(seating.Notices);
        Assert.Equal((Some.Author, CardKind.FlagReceipt, ToastKind.Answer), (notice.To, notice.Card, notice.Toast));
        Assert.Equal(notice, Assert.Single(venue.Notices));
        Assert.Equal(Eleven.Now, seating.State.ReadAt);
    }

    [Fact]
    public void A_changed_plan_is_not_told_again_but_a_reopened_one_is()
    {
        var planned = RiskFlags.Plan(SomeFlag.Raised(), Some.Chair, ["seating"], Conference, Eleven).Accepted();
        var changed = RiskFlags.Plan(planned.State, Some.Chair, ["venue"], Conference, Noon).Accepted();
        Assert.Empty(changed.Notices);
        Assert.Equal("venue", Assert.Single(changed.State.Plans));

        var reopened = RiskFlags.CorrectPlan(changed.State, Some.Chair, Conference, Noon).Accepted();
        Assert.Equal((FlagState.Read, null), (reopened.State.State, reopened.State.PlannedAt));
        Assert.Empty(reopened.Notices);
        var again = RiskFlags.Plan(reopened.State, Some.Chair, ["breaks"], Conference, Noon).Accepted();
        Assert.NotEqual(Assert.Single(planned.Notices).Key, Assert.Single(again.Notices).Key);
    }

    [Fact]
    public void Only_a_recorded_plan_can_be_corrected_and_only_by_those_asked()
    {
        Assert.IsType<FlagClosed>(RiskFlags.CorrectPlan(SomeFlag.Read(), Some.Chair, Conference, Noon).Refused());
        Assert.IsType<NotAllowed>(RiskFlags.CorrectPlan(SomeFlag.Planned(), Some.Author, Conference, Noon).Refused());
    }

    [Fact]
    public void The_sender_alone_withdraws_and_only_once()
    {
        foreach (var flag in new[] { SomeFlag.Raised(), SomeFlag.Read(), SomeFlag.Planned() })
        {
            Assert.IsType<NotAllowed>(RiskFlags.Withdraw(flag, Some.Chair).Refused());
            var withdrawn = RiskFlags.Withdraw(flag, Some.Author).Accepted();
            Assert.Equal((FlagState.Withdrawn, flag.Version + 1), (withdrawn.State.State, withdrawn.State.Version));
            Assert.Empty(withdrawn.Notices);
            Assert.Null(withdrawn.NextDue);
            Assert.IsType<FlagClosed>(RiskFlags.Withdraw(withdrawn.State, Some.Author).Refused());
            Assert.Empty(withdrawn.State.Look("2026-06-08 16:00").Notices);
        }
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("expired")]
    [InlineData("cancelled")]
    [InlineData("over")]
    public void A_closed_flag_is_neither_read_nor_planned_nor_corrected(string how)
    {
        var flag = SomeFlag.Planned() with { State = how switch { "withdrawn" => FlagState.Withdrawn, "expired" => FlagState.Expired, _ => FlagState.Planned } };
        var conference = how == "cancelled" ? Conference.Cancelled() : Conference;
        var clock = how == "over" ? Some.Clock("2026-06-11 12:00") : Noon;
        Assert.IsType<FlagClosed>(RiskFlags.Read(flag, Some.Chair, conference, clock).Refused());
        Assert.IsType<FlagClosed>(RiskFlags.Plan(flag, Some.Chair, ["seating"], conference, clock).Refused());
        Assert.IsType<FlagClosed>(RiskFlags.CorrectPlan(flag, Some.Chair, conference, clock).Refused());
    }

    [Fact]
    public void Nobody_but_those_asked_reads_or_plans()
    {
        foreach (var person in new[] { Some.Author, Some.Deputy, Some.Administrator, Some.OtherChair })
        {
            Assert.IsType<NotAllowed>(RiskFlags.Read(SomeFlag.Raised(), person, Conference, Eleven).Refused());
            Assert.IsType<NotAllowed>(RiskFlags.Plan(SomeFlag.Raised(), person, ["seating"], Conference, Eleven).Refused());
        }
    }
}
