using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class MoveTests
{
    [Fact]
    public void A_moved_conference_has_new_deadlines_and_is_told_once_and_at_once()
    {
        var story = new Story(Some.Conference(), Some.Task()).Until("2026-06-08 21:00").Move("2026-06-25 10:00");
        Assert.Equal("06-08 21:00 Moved", story.Lines().Last());
        Assert.Equal(Urgency.Now, story.Told[^1].Notice.Urgency);
        story.Until("2026-06-26 09:00");
        Assert.Equal(["06-16 09:00 HalfWay", "06-22 09:00 DayBefore", "06-24 09:00 Overdue"], story.Lines().Skip(4));
    }

    [Fact]
    public void A_move_after_the_deadline_is_not_practitioner_lateness()
    {
        var far = Some.Conference() with { Slot = Some.SlotAt("2026-06-30 10:00") };
        var story = new Story(far, Some.Task()).Until("2026-06-10 10:00").Move("2026-06-11 10:00").Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation", "06-10 10:00 Moved", "06-11 09:00 HalfWay"], story.Lines());
        Assert.True(TaskDeadlines.Of(story.Conference, story.Task, Some.Clock("2026-06-11 09:30")).LateBooked);
    }

    [Fact]
    public void A_move_never_told_of_because_nobody_was_told_before_becomes_the_invitation()
    {
        var story = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-01 20:00"))).Look().Move("2026-06-18 10:00").Until("2026-06-02 10:00");
        Assert.Equal(["06-02 09:00 Invitation"], story.Lines());
    }

    [Fact]
    public void An_author_first_prompted_by_a_merged_step_is_not_invited_anew_by_a_move()
    {
        var story = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-09 10:00"))).Until("2026-06-09 11:00").Move("2026-06-25 10:00");
        Assert.Equal(["06-09 10:00 HalfWay", "06-09 11:00 Moved"], story.Lines());
    }

    [Fact]
    public void A_settled_author_is_told_of_the_move_and_of_nothing_else()
    {
        var story = new Story(Some.Conference(), Some.Task()).Until("2026-06-02 10:00")
            .Answer(Some.Answer(Some.Day("2026-06-02"), FamilyAnswer.All)).Move("2026-06-25 10:00").Until("2026-06-26 09:00");
        Assert.Equal(["06-01 10:00 Invitation", "06-02 10:00 Moved"], story.Lines());
    }

    [Fact]
    public void Each_move_is_told_with_a_key_of_its_own_and_only_to_those_who_have_a_card()
    {
        var told = new Story(Some.Conference(), Some.Task()).Look().Task;
        var once = Some.Conference().Moved("2026-06-25 10:00");
        Assert.NotEqual(MovePlan.Decide(once, told)!.Key, MovePlan.Decide(once.Moved("2026-06-26 10:00"), told)!.Key);
        Assert.Null(MovePlan.Decide(once, Some.Task()));
        Assert.Null(MovePlan.Decide(once, told with { Status = ReportStatus.Withdrawn }));
    }

    [Fact]
    public void A_cancelled_conference_withdraws_the_report_without_a_word()
    {
        var story = new Story(Some.Conference(), Some.Task()).Until("2026-06-02 10:00").See(s => s with { Cancelled = true });
        Assert.Equal(ReportStatus.Withdrawn, story.Task.Status);
        Assert.Null(story.NextDue);
        Assert.Single(story.Until("2026-06-12 09:00").Told);
    }

    [Fact]
    public void A_cancellation_taken_back_is_told_at_once_and_keeps_what_was_answered()
    {
        var story = new Story(Some.Conference(), Some.Task()).Until("2026-06-02 10:00").Answer(Some.Answer(sent: Some.Day("2026-06-02")))
            .See(s => s with { Cancelled = true }).Until("2026-06-04 10:00").See(s => s with { Cancelled = false });
        Assert.Equal((ReportStatus.Open, Some.Day("2026-06-02")), (story.Task.Status, story.Task.SentToChair));
        Assert.Equal("06-04 10:00 Moved", story.Lines().Last());
    }

    [Fact]
    public void An_author_who_is_no_longer_invited_is_left_alone_and_prompted_again_when_invited_again()
    {
        var story = new Story(Some.Conference(), Some.Task()).Until("2026-06-10 10:00").See(s => s with { Participants = [] });
        Assert.Equal(ReportStatus.Withdrawn, story.Task.Status);
        var before = story.Told.Count;

        story.See(s => s with { Participants = Some.Conference().Participants });
        Assert.Equal(ReportStatus.Open, story.Task.Status);
        Assert.Equal("06-10 10:00 Invitation", Assert.Single(story.Lines().Skip(before)));
        Assert.Equal(story.Told.Count, story.Told.Select(t => t.Notice.Key).Distinct().Count());
    }

    [Fact]
    public void An_author_who_becomes_the_chair_writes_no_report()
    {
        var story = new Story(Some.Conference(), Some.Task()).Look()
            .See(s => s with { Participants = [Some.Participant(role: ParticipantRole.Chair)] });
        Assert.Equal(ReportStatus.Withdrawn, story.Task.Status);
    }

    [Fact]
    public void A_conference_moved_on_after_its_time_is_prompted_for_again()
    {
        var story = new Story(Some.Conference(), Some.Task()).Until("2026-06-11 13:00");
        Assert.Equal(ReportStatus.Closed, story.Task.Status);
        story.Move("2026-06-25 10:00");
        Assert.Equal(ReportStatus.Open, story.Task.Status);
        Assert.Equal("06-11 13:00 Moved", story.Lines().Last());
    }
}
