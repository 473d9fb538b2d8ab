using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Tests.Flags;
using Xunit;

namespace ConferenceBot.Domain.Tests.Describing;

public sealed class DescribeConferenceTests
{
    private static readonly RuleClock Clock = Some.Clock("2026-06-09 09:00");
    private static readonly ReportTask Task = Some.Task() with { Given = [new(1, PromptStep.Invitation, Some.At("2026-06-09 17:00"), Some.Invited)] };

    private static CardContent Digest(Conference conference, PersonId reader, ReportTask[] tasks, params RiskFlag[] flags) =>
        DescribeConference.Digest(conference, reader, tasks, flags, Clock);

    private static ReportTask By(string agency, AgencyKind kind = AgencyKind.HealthVisiting) => Task with { Agency = new Agency(agency, agency, kind) };

    [Fact]
    public void The_digest_counts_by_agency_and_never_says_safe()
    {
        var day = Some.Day("2026-06-08");
        var content = Assert.IsType<ChairDigestContent>(Digest(
            Some.Conference() with { Unconfirmed = 2 },
            Some.Chair,
            [
                By("F") with { SentToChair = day, Family = FamilyAnswer.All },
                By("E") with { SentToChair = day, Family = FamilyAnswer.Some },
                By("D") with { SentToChair = day, Family = FamilyAnswer.All, RestrictedRaised = true },
                By("C") with { NotSafeWithSomeone = true },
                By("B", AgencyKind.Police) with { SentToChair = day },
                By("A") with { Family = FamilyAnswer.NotYet },
                By("Z") with { Status = ReportStatus.Withdrawn, SentToChair = day },
            ]));
        Assert.Equal((4, 1, 2, 2), (content.Sent, content.GoneThrough, content.Unconfirmed, content.Invited));
        Assert.Equal(
            [
                ("A", AgencyFamilyState.NotYet), ("B", AgencyFamilyState.NotAsked), ("C", AgencyFamilyState.Paused),
                ("D", AgencyFamilyState.Paused), ("E", AgencyFamilyState.Partly), ("F", AgencyFamilyState.GoneThrough),
            ],
            content.Agencies.Select(a => (a.Agency, a.Family)));
    }

    [Fact]
    public void A_late_booking_is_shown_as_one()
    {
        var late = Task with { Given = [new(1, PromptStep.Invitation, Some.Slot.Start, Some.At("2026-06-10 10:00"))] };
        Assert.True(Assert.Single(Assert.IsType<ChairDigestContent>(Digest(Some.Conference(), Some.Chair, [late])).Agencies).LateBooked);
        Assert.False(Assert.Single(Assert.IsType<ChairDigestContent>(Digest(Some.Conference(), Some.Chair, [Task])).Agencies).LateBooked);
    }

    [Fact]
    public void Open_items_are_the_chair_s_own_without_a_plan_and_no_support()
    {
        RiskFlag[] flags =
        [
            SomeFlag.Raised(), SomeFlag.Read(), SomeFlag.Planned(), SomeFlag.Raised() with { State = FlagState.Withdrawn },
            SomeFlag.Raised() with { To = Some.OtherChair }, SomeFlag.Raised() with { Kind = FlagKind.SupportToShare },
        ];
        Assert.Equal(2, Assert.IsType<ChairDigestContent>(Digest(Some.Conference(), Some.Chair, [], flags)).OpenItems);
    }

    [Fact]
    public void The_digest_is_put_away_when_cancelled_over_or_somebody_else_s()
    {
        Assert.Equal(PutAway.Cancelled, Assert.IsType<PutAwayContent>(Digest(Some.Conference().Cancelled(), Some.Chair, [])).Why);
        Assert.Equal(PutAway.NoLongerInvited, Assert.IsType<PutAwayContent>(Digest(Some.Conference(), Some.Deputy, [])).Why);
        Assert.Equal(
            PutAway.TakenPlace,
            Assert.IsType<PutAwayContent>(DescribeConference.Digest(Some.Conference(), Some.Chair, [], [], Some.Clock("2026-06-11 12:00"))).Why);
    }

    [Fact]
    public void A_moved_conference_says_so()
    {
        Assert.False(DescribeConference.Line(Some.Conference(), Clock).Moved);
        Assert.True(DescribeConference.Line(Some.Conference().Moved("2026-06-25 10:00"), Clock).Moved);
    }
}
