using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
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

    [Theory]
    [InlineData(AdministratorMatter.AccountClosed)]
    [InlineData(AdministratorMatter.NoTeams)]
    public void An_author_who_cannot_be_reached_any_more_is_told_of_once(AdministratorMatter why)
    {
        var first = Assert.Single(NotReached.Decide(Some.Conference(), Some.Task(), why, null, [Administrator], Some.Clock(Some.Invited)));
        var again = Assert.Single(NotReached.Decide(Some.Conference(), Some.Task(), why, null, [Administrator], Some.Clock(Some.Invited) with { Now = Some.Clock(Some.Invited).Now.AddHours(3) }));
        Assert.Equal(first.Key, again.Key);
    }

    [Fact]
    public void Of_an_author_who_is_away_an_administrator_is_told_only_when_they_are_back_too_late()
    {
        var clock = Some.Clock(Some.Invited);
        var due = TaskDeadlines.Of(Some.Conference(), Some.Task(), clock).EarliestOpen(Some.Task(), clock.Procedure)!.Value;
        Assert.Empty(Away(due.AddTicks(-1)));
        Assert.Single(Away(due));
        Assert.Single(Away(DateTimeOffset.MaxValue));
        Assert.Empty(Away(clock.Now));
        Assert.Empty(Away(null));

        System.Collections.Immutable.ImmutableArray<Notice> Away(DateTimeOffset? until) =>
            NotReached.Decide(Some.Conference(), Some.Task(), AdministratorMatter.AuthorAway, until, [Administrator], clock);
    }

    [Fact]
    public void Nobody_is_asked_to_ring_themselves() =>
        Assert.Empty(NotReached.Decide(Some.Conference(), Some.Task(), [Some.Task().Author], Some.Clock(Some.Invited)));
}
