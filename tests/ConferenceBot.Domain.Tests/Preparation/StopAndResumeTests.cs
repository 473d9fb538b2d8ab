using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class StopAndResumeTests
{
    private static readonly DateOnly Today = Some.Day("2026-06-02");

    private static Story Answered(ReportAnswer answer, Agency? agency = null) =>
        new Story(Some.Conference(participants: Some.Participant(agency: agency)), Some.Task(agency)).Until("2026-06-02 10:00").Answer(answer);

    [Fact]
    public void A_practitioner_who_has_answered_is_not_prompted_again()
    {
        var story = Answered(Some.Answer(Today, FamilyAnswer.All)).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation"], story.Lines());
    }

    [Theory]
    [InlineData(FamilyAnswer.NotAnswered)]
    [InlineData(FamilyAnswer.Some)]
    [InlineData(FamilyAnswer.NotYet)]
    public void Sent_to_the_chair_is_not_gone_through_with_the_family(FamilyAnswer family)
    {
        var story = Answered(Some.Answer(Today, family) with { WhyNotYet = "dateArranged" }).Until("2026-06-12 09:00");
        Assert.Equal(4, story.Told.Count);
    }

    [Fact]
    public void Gone_through_with_the_family_is_not_sent_to_the_chair() =>
        Assert.Equal(4, Answered(Some.Answer(null, FamilyAnswer.All)).Until("2026-06-12 09:00").Told.Count);

    [Fact]
    public void The_police_are_asked_for_the_chair_s_part_alone()
    {
        var story = Answered(Some.Answer(Today), Some.Police).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation"], story.Lines());
        Assert.Null(TaskDeadlines.Of(story.Conference, story.Task, story.Clock).Family);
        Assert.Equal(4, new Story(Some.Conference(), Some.Task(Some.Police)).Until("2026-06-12 09:00").Told.Count);
    }

    [Fact]
    public void Not_safe_with_someone_stops_the_family_reminders_at_once_and_not_the_chair_s()
    {
        var stopped = Answered(Some.Answer(Today) with { NotSafeWithSomeone = true }).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation"], stopped.Lines());
        Assert.Equal(4, Answered(Some.Answer() with { NotSafeWithSomeone = true }).Until("2026-06-12 09:00").Told.Count);
    }

    [Fact]
    public void A_restricted_ground_pauses_the_family_reminders_until_it_is_taken_back()
    {
        var ground = Some.Answer(Today) with { Hard = new HardToSay.Ground("legalAdvice"), Told = Domain.Flags.FamilyTold.WillTell };
        var story = Answered(ground).Until("2026-06-08 12:00");
        Assert.Equal(["06-01 10:00 Invitation"], story.Lines());

        story.Answer(Some.Answer(Today)).Until("2026-06-09 12:00");
        Assert.True(story.Task.RestrictedRaised && !story.Task.FamilyFactOpen(Some.Procedure));
        Assert.Single(story.Told);

        story.Take(ReportAnswers.RestrictedTakenBack(story.Task)).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation", "06-10 09:00 Overdue"], story.Lines());
    }

    [Fact]
    public void What_fell_due_during_the_pause_is_one_prompt_when_the_restricted_item_is_taken_back()
    {
        var ground = Some.Answer(Today) with { Hard = new HardToSay.Ground("legalAdvice"), Told = Domain.Flags.FamilyTold.WillTell };
        var story = Answered(ground).Until("2026-06-10 12:00");
        story.Take(ReportAnswers.RestrictedTakenBack(story.Task)).Until("2026-06-12 09:00");
        Assert.Equal(["06-01 10:00 Invitation", "06-10 12:00 Overdue"], story.Lines());
    }

    [Fact]
    public void Asking_for_support_pauses_nothing()
    {
        var story = Answered(Some.Answer(Today) with { Hard = new HardToSay.Support() }).Until("2026-06-12 09:00");
        Assert.Equal(4, story.Told.Count);
    }

    [Fact]
    public void An_answer_is_not_itself_answered_with_a_prompt_for_what_fell_due_before_it()
    {
        var clock = Some.Clock("2026-06-10 11:00");
        var answer = Some.Answer(family: FamilyAnswer.NotYet) with { WhyNotYet = "notReached" };
        var invited = new Story(Some.Conference(), Some.Task()).Look().Task;
        var answered = ReportAnswers.Answer(Some.Conference(), invited, answer, clock).Accepted().State.Task;
        Assert.Single(PreparationPlan.Decide(Some.Conference(), invited, clock).Accepted().Notices);
        Assert.Empty(PreparationPlan.Decide(Some.Conference(), answered, clock).Accepted().Notices);
    }

    [Fact]
    public void A_settled_report_is_looked_at_again_at_the_start_and_the_end_of_its_conference()
    {
        var story = Answered(Some.Answer(Today, FamilyAnswer.All));
        Assert.Equal(Some.Slot.Start, story.NextDue);
        Assert.Equal(Some.Slot.End, story.Until("2026-06-11 10:30").NextDue);
    }
}
