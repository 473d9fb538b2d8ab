using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class NotReachedTests
{
    private static readonly PersonId Administrator = Some.Person(70);

    [Fact]
    public void Each_administrator_is_asked_once_to_ring_where_a_report_is_owed()
    {
        var notice = Assert.Single(NotReached.Decide(Some.Conference(), Some.Task(), [Administrator, Administrator], Some.Clock(Some.Invited)));
        Assert.Equal((Administrator, CardKind.AdministratorItem, Urgency.Now), (notice.To, notice.Card, notice.Urgency));
        Assert.Equal(Some.Task().Id.Value, notice.Subject);
    }

    [Fact]
    public void Nobody_is_asked_for_what_is_answered_over_or_cancelled()
    {
        var clock = Some.Clock(Some.Invited);
        var answered = Some.Task() with { SentToChair = Some.Day("2026-06-02"), Family = FamilyAnswer.All };
        Assert.Empty(NotReached.Decide(Some.Conference(), answered, [Administrator], clock));
        Assert.Empty(NotReached.Decide(Some.Conference(), Some.Task() with { Status = ReportStatus.Withdrawn }, [Administrator], clock));
        Assert.Empty(NotReached.Decide(Some.Conference().Cancelled(), Some.Task(), [Administrator], clock));
        Assert.Empty(NotReached.Decide(Some.Conference(), Some.Task(), [Administrator], Some.Clock(Some.Conference().Slot.Start)));
    }

    [Fact]
    public void Nobody_is_asked_to_ring_themselves() =>
        Assert.Empty(NotReached.Decide(Some.Conference(), Some.Task(), [Some.Task().Author], Some.Clock(Some.Invited)));
}
