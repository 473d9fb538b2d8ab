using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices;
using Xunit;

namespace ConferenceBot.Domain.Tests.Escalations;

public sealed class AskingTests
{
    [Fact]
    public void The_lowest_manager_is_asked_at_once_and_nobody_above()
    {
        var (escalation, notices, due) = SomeEscalation.Raise(SomeEscalation.Ladder).Accepted();
        var notice = Assert.Single(notices);
        Assert.Equal((Some.Manager, CardKind.EscalationAsk, Urgency.Now, escalation.Id.Value), (notice.To, notice.Card, notice.Urgency, notice.Subject));
        Assert.Equal((EscalationState.Asked, 0, Some.Health.Name), (escalation.State, escalation.Level, escalation.RequesterAgency));
        Assert.Equal(Some.At("2026-06-10 17:00"), due);
        Assert.Equal(due, escalation.AnswerBy);
    }

    [Fact]
    public void The_ladder_has_each_person_once_and_never_the_requester() =>
        Assert.Equal(
            [Some.HeadOfService, Some.Director],
            SomeEscalation.Raise([Some.Author, Some.HeadOfService, Some.HeadOfService, Some.Author, Some.Director]).Accepted().State.Ladder);

    [Fact]
    public void A_requester_without_a_manager_is_told_so()
    {
        Assert.IsType<NoManagerKnown>(SomeEscalation.Raise([]).Refused());
        Assert.IsType<NoManagerKnown>(SomeEscalation.Raise([Some.Author]).Refused());
    }

    [Fact]
    public void The_reason_must_be_on_the_list() => Assert.IsType<UnknownChoice>(SomeEscalation.Raise(SomeEscalation.Ladder, "hostileFamily").Refused());

    [Fact]
    public void Until_the_answer_is_due_nothing_happens()
    {
        var raised = SomeEscalation.Raised();
        var looked = raised.Look(raised.AnswerBy.AddTicks(-1));
        Assert.Same(raised, looked.State);
        Assert.Empty(looked.Notices);
        Assert.Equal(raised.AnswerBy, looked.NextDue);
    }

    [Fact]
    public void An_unanswered_request_goes_to_the_next_stage_and_the_requester_knows()
    {
        var raised = SomeEscalation.Raised();
        var (next, notices, due) = raised.Look(raised.AnswerBy);
        Assert.Equal((EscalationState.Asked, 1, Some.HeadOfService), (next.State, next.Level, next.Manager));
        Assert.Equal([(Some.HeadOfService, CardKind.EscalationAsk), (Some.Author, CardKind.EscalationRequest)], notices.Select(n => (n.To, n.Card)));
        Assert.Equal(Some.At("2026-06-12 17:00"), due);
        Assert.IsType<NotAllowed>(EscalationRules.TakeOn(next, Some.Manager, null, Some.Clock(raised.AnswerBy)).Refused());
    }

    [Fact]
    public void When_nobody_answers_the_administrator_and_the_requester_are_told()
    {
        var (lapsed, notices, due) = SomeEscalation.Raised().Unanswered();
        Assert.Equal((EscalationState.Lapsed, Some.Director), (lapsed.State, lapsed.Manager));
        Assert.Equal([(Some.Author, CardKind.EscalationRequest), (Some.Administrator, CardKind.AdministratorItem)], notices.Select(n => (n.To, n.Card)));
        Assert.Null(due);
        Assert.Same(lapsed, lapsed.Look(lapsed.AnswerBy.AddDays(30)).State);
        Assert.IsType<AlreadyDecided>(EscalationRules.TakeOn(lapsed, Some.Director, null, Some.Clock(lapsed.AnswerBy)).Refused());
    }

    [Fact]
    public void The_ladder_is_frozen_whatever_happens_to_the_request()
    {
        var raised = SomeEscalation.Raised();
        Assert.Equal(raised.Ladder, raised.Unanswered().State.Ladder);
        Assert.Equal(raised.Ladder, EscalationRules.GoToNextStage(SomeEscalation.Declined(), Some.Author, SomeEscalation.Tuesday).Accepted().State.Ladder);
    }
}
