using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Domain.Tests.Conferences;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class PromptTests
{
    [Fact]
    public void An_author_is_prompted_at_the_invitation_half_way_the_day_before_and_once_overdue()
    {
        var story = new Story(Some.Conference(), Some.Task()).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation", "06-05 13:30 HalfWay", "06-08 09:00 DayBefore", "06-10 09:00 Overdue"], story.Lines());
        Assert.All(story.Told, t => Assert.Equal((Some.Author, CardKind.Prompt, Urgency.Routine), (t.Notice.To, t.Notice.Card, t.Notice.Urgency)));
        Assert.All(story.Told, t => Assert.Equal((story.Task.Id.Value, story.Conference.Id), (t.Notice.Subject, t.Notice.Conference)));
        Assert.Equal(4, story.Told.Select(t => t.Notice.Key).Distinct().Count());
    }

    [Fact]
    public void A_review_is_due_five_working_days_before()
    {
        var story = new Story(Some.Conference(ConferenceType.Review), Some.Task()).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation", "06-03 09:00 DayBefore", "06-05 09:00 Overdue"], story.Lines());
    }

    [Fact]
    public void An_invitation_in_the_evening_is_told_the_next_working_morning()
    {
        var story = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-05-22 20:00"))).Until("2026-05-27 09:00");
        Assert.Equal(["05-26 09:00 Invitation"], story.Lines());
    }

    [Fact]
    public void Steps_that_fall_on_one_day_merge_into_the_latest_at_the_earliest_instant()
    {
        var story = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-08 08:00"))).Until("2026-06-12 09:00");
        Assert.Equal(["06-08 09:00 Invitation", "06-09 09:00 HalfWay", "06-10 09:00 Overdue"], story.Lines());

        var close = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-09 10:00"))).Until("2026-06-12 09:00");
        Assert.Equal(["06-09 10:00 HalfWay", "06-10 09:00 Overdue"], close.Lines());
    }

    [Fact]
    public void Overdue_never_comes_before_its_deadline_even_on_the_day_of_the_invitation()
    {
        var noon = Some.Procedure with
        {
            Deadlines = new DeadlineTable([new(null, null, null, 2, DeadlineUnit.WorkingDays, false, new(12, 0))]),
        };
        var story = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-09 10:00")), noon).Until("2026-06-12 09:00");
        Assert.Equal(["06-09 10:00 HalfWay", "06-09 12:00 Overdue"], story.Lines());
    }

    [Fact]
    public void Steps_missed_while_the_host_was_away_become_one_prompt()
    {
        var story = new Story(Some.Conference(), Some.Task());
        story.Look().Until("2026-06-01 11:00");
        var late = PreparationPlan.Decide(story.Conference, story.Task, Some.Clock("2026-06-10 11:00")).Accepted();
        Assert.Contains("Overdue", Assert.Single(late.Notices).Key, StringComparison.Ordinal);
        Assert.Equal(4, late.State.Given.Length);
        Assert.Equal(Some.Slot.Start, late.NextDue);
    }

    [Fact]
    public void A_conference_booked_after_its_deadline_is_prompted_for_and_never_called_overdue()
    {
        var story = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-10 10:00"))).Until("2026-06-12 09:00");
        Assert.Equal(["06-10 10:00 Invitation", "06-11 09:00 HalfWay"], story.Lines());
        Assert.All(story.Told, t => Assert.True(t.At < Some.Slot.Start));
    }

    [Fact]
    public void A_conference_with_no_working_time_left_before_it_is_not_prompted_for()
    {
        var monday = Some.Conference() with { Slot = Some.SlotAt("2026-06-15 09:00") };
        var story = new Story(monday, Some.Task(invited: Some.At("2026-06-12 17:00"))).Until("2026-06-16 09:00");
        Assert.Empty(story.Told);
        Assert.Equal(ReportStatus.Closed, story.Task.Status);
    }

    [Fact]
    public void A_school_on_holiday_is_prompted_in_the_council_s_time_rather_than_never()
    {
        var summer = SomeTime.Calendar(schoolClosures: SomeTime.SummerHoliday);
        var august = Some.Conference(participants: Some.Participant(agency: Some.School)) with { Slot = Some.SlotAt("2026-08-12 10:00") };
        var story = new Story(august, Some.Task(Some.School, Some.At("2026-07-25 12:00")), calendar: summer).Until("2026-08-13 09:00");
        Assert.Equal("07-27 09:00 Invitation", story.Lines().First());
    }

    [Fact]
    public void Each_of_two_deadlines_has_its_day_before_and_its_overdue()
    {
        var review = Some.Conference(ConferenceType.Review);
        var story = new Story(review, Some.Task(invited: Some.At("2026-05-26 10:00")), Some.Due(chair: 5, family: 2)).Until("2026-06-12 09:00");
        Assert.Equal(
            ["05-26 10:00 Invitation", "05-31 HalfWay", "06-03 09:00 DayBefore", "06-05 09:00 Overdue", "06-08 09:00 DayBefore", "06-10 09:00 Overdue"],
            story.Lines().Select(l => l.Contains("HalfWay", StringComparison.Ordinal) ? "05-31 HalfWay" : l));
    }

    [Fact]
    public void A_fact_that_is_recorded_leaves_only_the_other_deadline()
    {
        var story = new Story(Some.Conference(ConferenceType.Review), Some.Task(), Some.Due(chair: 5, family: 2))
            .Until("2026-06-02 10:00").Answer(Some.Answer(sent: Some.Day("2026-06-02"))).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation", "06-05 13:30 HalfWay", "06-08 09:00 DayBefore", "06-10 09:00 Overdue"], story.Lines());
    }

    [Fact]
    public void Nothing_is_told_while_the_conference_is_under_way_and_the_report_closes_after_it()
    {
        var during = PreparationPlan.Decide(Some.Conference(), Some.Task(), Some.Clock("2026-06-11 10:00")).Accepted();
        Assert.Empty(during.Notices);
        Assert.Equal(Some.Slot.End, during.NextDue);

        var after = PreparationPlan.Decide(Some.Conference(), Some.Task() with { Correcting = true }, Some.Clock("2026-06-11 12:00")).Accepted();
        Assert.Empty(after.Notices);
        Assert.Equal((ReportStatus.Closed, false, 2), (after.State.Status, after.State.Correcting, after.State.Version));
        Assert.Null(after.NextDue);
    }
}
