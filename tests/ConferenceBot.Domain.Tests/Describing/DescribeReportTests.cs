using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Tests.Flags;
using ConferenceBot.Domain.Tests.Preparation;
using Xunit;

namespace ConferenceBot.Domain.Tests.Describing;

public sealed class DescribeReportTests
{
    private static readonly DateOnly Today = Some.Day("2026-06-02");

    private static PromptContent Prompt(Story story, params RiskFlag[] sent) =>
        Assert.IsType<PromptContent>(DescribeReport.Prompt(story.Conference, story.Task, sent, story.Clock, false));

    private static Story Invited(Agency? agency = null) => new Story(Some.Conference(), Some.Task(agency)).Until("2026-06-02 10:00");

    [Fact]
    public void A_prompt_shows_both_parts_and_local_times()
    {
        var content = Prompt(Invited());
        Assert.True(content is { Form: true, Overdue: false, LateBooked: false, Step: PromptStep.Invitation, FromList: false });
        Assert.Equal(new DateTimeOffset(2026, 6, 9, 17, 0, 0, TimeSpan.FromHours(1)), content.NextDue);
        Assert.Equal(TimeSpan.FromHours(1), content.NextDue!.Value.Offset);
        Assert.Equal(TimeSpan.FromHours(1), content.Conference.Start.Offset);
        Assert.Equal((content.NextDue, content.NextDue), (content.Chair.Due, content.Family!.Due));
        Assert.Equal(Some.Procedure.DutyNumber, content.DutyNumber);
    }

    [Fact]
    public void The_police_see_no_family_part() => Assert.Null(Prompt(Invited(Some.Police)).Family);

    [Fact]
    public void An_answer_settles_into_its_days_and_a_correction_opens_the_form()
    {
        var story = Invited().Answer(Some.Answer(Today, FamilyAnswer.All, Today));
        var settled = Prompt(story);
        Assert.True(settled is { Form: false, NextDue: null });
        Assert.Equal((Today, Today, Today), (settled.Chair.SentOn, settled.Family!.On, settled.Today));
        story.Take(ReportAnswers.Correct(story.Conference, story.Task, story.Now).Accepted().State);
        Assert.True(Prompt(story).Form);
    }

    [Fact]
    public void A_half_answer_is_asked_again_by_the_next_step_alone()
    {
        var story = Invited().Answer(Some.Answer(sent: Today));
        Assert.False(Prompt(story).Form);
        Assert.True(Prompt(story.Until("2026-06-08 09:00")).Form);
    }

    [Fact]
    public void Overdue_is_said_after_the_deadline_and_never_of_a_late_booking()
    {
        Assert.False(Prompt(Invited().Until("2026-06-09 16:59")).Overdue);
        Assert.True(Prompt(Invited().Until("2026-06-09 17:00")).Overdue);
        var late = new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-10 10:00"))).Until("2026-06-11 09:30");
        Assert.True(Prompt(late) is { Overdue: false, LateBooked: true });
    }

    [Fact]
    public void Not_safe_and_restricted_are_shown_as_paused()
    {
        Assert.True(Prompt(Invited().Answer(Some.Answer(Today) with { NotSafeWithSomeone = true })).Family!.Paused);
        Assert.True(Prompt(Invited().Answer(
            Some.Answer(Today) with { Hard = new HardToSay.Ground("thirdParty"), Told = FamilyTold.Told })).Family!.Paused);
    }

    [Fact]
    public void What_was_sent_is_listed_in_order_with_a_time_only_while_it_is_unread()
    {
        var later = SomeFlag.Raised(now: "2026-06-08 12:00");
        var content = Prompt(Invited(), later, SomeFlag.Read());
        Assert.Equal([(FlagState.Read, false), (FlagState.Sent, true)], content.Sent.Select(s => (s.State, s.ReplyBy is not null)));
    }

    [Theory]
    [InlineData(ReportStatus.Withdrawn, true, PutAway.Cancelled)]
    [InlineData(ReportStatus.Withdrawn, false, PutAway.NoLongerInvited)]
    [InlineData(ReportStatus.Closed, false, PutAway.TakenPlace)]
    public void A_report_that_is_not_open_is_put_away_with_its_reason(ReportStatus status, bool cancelled, PutAway why)
    {
        var conference = cancelled ? Some.Conference().Cancelled() : Some.Conference();
        var task = Some.Task() with { Status = status };
        Assert.Equal(why, Assert.IsType<PutAwayContent>(DescribeReport.Prompt(conference, task, [], Some.Clock("2026-06-08 10:00"), false)).Why);
        var item = DescribeReport.Item(conference, task, new CardStamp(Some.Id(1), 1), Some.Clock("2026-06-08 10:00"));
        Assert.Equal((null, ListState.Gone, null), (item.Card, item.State, item.NextDue));
    }

    [Fact]
    public void A_line_of_a_list_says_to_do_overdue_or_settled()
    {
        ListState Line(Story story) => DescribeReport.Item(story.Conference, story.Task, new CardStamp(Some.Id(1), 1), story.Clock).State;
        Assert.Equal(ListState.ToDo, Line(Invited()));
        Assert.Equal(ListState.Overdue, Line(Invited().Until("2026-06-10 10:00")));
        Assert.Equal(ListState.Settled, Line(Invited().Answer(Some.Answer(Today, FamilyAnswer.All))));
        Assert.Equal(ListState.ToDo, Line(new Story(Some.Conference(), Some.Task(invited: Some.At("2026-06-10 10:00"))).Until("2026-06-11 09:30")));
    }
}
