using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class RosterTests
{
    private static readonly Participant Other = Some.Participant(Some.Person(20), Some.School);

    [Fact]
    public void Whoever_writes_a_report_and_has_none_is_missing()
    {
        var conference = Some.Conference(participants: [Some.Participant(), Other, Some.Participant(Some.Chair, Some.Office, ParticipantRole.Chair)]);
        var (missing, reopened) = Roster.Match(conference, [Some.Task()]);
        Assert.Equal([Other], missing);
        Assert.Empty(reopened);
    }

    [Fact]
    public void A_withdrawn_report_is_reopened_only_for_an_author_who_is_invited_again()
    {
        var withdrawn = Some.Task() with { Status = ReportStatus.Withdrawn, SentToChair = Some.Day("2026-06-02"), Version = 4 };
        var reopened = Assert.Single(Roster.Match(Some.Conference(), [withdrawn]).Reopened);
        Assert.Equal((ReportStatus.Open, Some.Day("2026-06-02"), 5), (reopened.Status, reopened.SentToChair, reopened.Version));
        Assert.Empty(Roster.Match(Some.Conference(participants: Other), [withdrawn]).Reopened);
        Assert.Empty(Roster.Match(Some.Conference(participants: Some.Participant(role: ParticipantRole.Chair)), [withdrawn]).Reopened);
    }

    [Fact]
    public void A_closed_report_is_reopened_only_when_the_conference_was_moved_since()
    {
        var closed = Some.Task() with
        {
            Status = ReportStatus.Closed,
            Given = [new GivenStep(1, PromptStep.Invitation, Some.At("2026-06-09 17:00"), Some.Invited)],
        };
        Assert.Empty(Roster.Match(Some.Conference(), [closed]).Reopened);
        Assert.Empty(Roster.Match(Some.Conference(), [closed with { Given = [] }]).Reopened);
        Assert.Single(Roster.Match(Some.Conference().Moved("2026-06-25 10:00"), [closed]).Reopened);
    }

    [Fact]
    public void A_cancelled_conference_asks_nobody()
    {
        var (missing, reopened) = Roster.Match(Some.Conference().Cancelled(), [Some.Task() with { Status = ReportStatus.Withdrawn }]);
        Assert.Empty(missing);
        Assert.Empty(reopened);
    }
}
