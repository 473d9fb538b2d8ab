using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Escalations;

public sealed class DecidingTests
{
    private static readonly RuleClock Tuesday = SomeEscalation.Tuesday;

    [Fact]
    public void Taking_on_is_told_to_the_requester_with_a_day_to_act_by()
    {
        var (taken, notices, due) = EscalationRules.TakeOn(SomeEscalation.Raised(), Some.Manager, null, Tuesday).Accepted();
        Assert.Equal((EscalationState.TakenOn, Tuesday.Now, Some.Day("2026-06-16")), (taken.State, taken.DecidedAt, taken.ActionBy));
        Assert.Equal([(Some.Author, CardKind.EscalationRequest, ToastKind.Answer)], notices.Select(n => (n.To, n.Card, n.Toast)));
        Assert.Null(due);
    }

    [Fact]
    public void The_manager_may_name_the_day_but_not_one_that_has_passed()
    {
        var raised = SomeEscalation.Raised();
        Assert.Equal(Tuesday.Today, EscalationRules.TakeOn(raised, Some.Manager, Tuesday.Today, Tuesday).Accepted().State.ActionBy);
        Assert.IsType<NotAllowed>(EscalationRules.TakeOn(raised, Some.Manager, Tuesday.Today.AddDays(-1), Tuesday).Refused());
    }

    [Fact]
    public void Declining_needs_a_reason_and_is_told_to_the_requester()
    {
        Assert.IsType<ReasonMissing>(EscalationRules.Decline(SomeEscalation.Raised(), Some.Manager, false, Tuesday).Refused());
        var declined = EscalationRules.Decline(SomeEscalation.Raised(), Some.Manager, true, Tuesday).Accepted();
        Assert.Equal((EscalationState.Declined, Tuesday.Now, null), (declined.State.State, declined.State.DecidedAt, declined.State.ActionBy));
        Assert.Equal([Some.Author], declined.Notices.To(CardKind.EscalationRequest));
    }

    [Fact]
    public void Nobody_but_the_manager_who_is_asked_decides()
    {
        foreach (var person in new[] { Some.Author, Some.HeadOfService, Some.Director, Some.Administrator, Some.Chair })
        {
            Assert.IsType<NotAllowed>(EscalationRules.TakeOn(SomeEscalation.Raised(), person, null, Tuesday).Refused());
            Assert.IsType<NotAllowed>(EscalationRules.Decline(SomeEscalation.Raised(), person, true, Tuesday).Refused());
        }
    }

    [Fact]
    public void Of_two_decisions_at_once_the_first_holds()
    {
        Assert.IsType<AlreadyDecided>(EscalationRules.Decline(SomeEscalation.TakenOn(), Some.Manager, true, Tuesday).Refused());
        Assert.IsType<AlreadyDecided>(EscalationRules.TakeOn(SomeEscalation.Declined(), Some.Manager, null, Tuesday).Refused());
        Assert.IsType<AlreadyDecided>(EscalationRules.TakeOn(SomeEscalation.TakenOn(), Some.HeadOfService, null, Tuesday).Refused());
    }

    [Fact]
    public void A_decision_can_be_corrected_by_who_made_it_and_the_requester_knows()
    {
        foreach (var decided in new[] { SomeEscalation.TakenOn(), SomeEscalation.Declined() })
        {
            Assert.IsType<NotAllowed>(EscalationRules.Correct(decided, Some.HeadOfService, Tuesday).Refused());
            var open = EscalationRules.Correct(decided, Some.Manager, Tuesday).Accepted();
            Assert.Equal((EscalationState.Asked, null, null, Some.Manager), (open.State.State, open.State.DecidedAt, open.State.ActionBy, open.State.Manager));
            Assert.Equal([Some.Author], open.Notices.To(CardKind.EscalationRequest));
            Assert.Equal(Some.At("2026-06-11 17:00"), open.NextDue);
        }

        Assert.IsType<NotAllowed>(EscalationRules.Correct(SomeEscalation.Raised(), Some.Manager, Tuesday).Refused());
        Assert.IsType<NotAllowed>(EscalationRules.Correct(SomeEscalation.Raised().Unanswered().State, Some.Director, Tuesday).Refused());
    }

    [Fact]
    public void The_requester_takes_a_declined_request_to_the_next_stage()
    {
        var declined = SomeEscalation.Declined();
        Assert.IsType<NotAllowed>(EscalationRules.GoToNextStage(declined, Some.Manager, Tuesday).Refused());
        var next = EscalationRules.GoToNextStage(declined, Some.Author, Tuesday).Accepted();
        Assert.Equal((EscalationState.Asked, 1, null), (next.State.State, next.State.Level, next.State.DecidedAt));
        Assert.Equal([(Some.HeadOfService, CardKind.EscalationAsk)], next.Notices.Select(n => (n.To, n.Card)));
        Assert.Equal(Some.At("2026-06-11 17:00"), next.NextDue);
        Assert.IsType<NotAllowed>(EscalationRules.Correct(next.State, Some.Manager, Tuesday).Refused());
    }

    [Fact]
    public void There_is_no_next_stage_while_it_is_asked_or_taken_on_or_at_the_end()
    {
        Assert.IsType<AlreadyDecided>(EscalationRules.GoToNextStage(SomeEscalation.Raised(), Some.Author, Tuesday).Refused());
        Assert.IsType<AlreadyDecided>(EscalationRules.GoToNextStage(SomeEscalation.TakenOn(), Some.Author, Tuesday).Refused());
        var alone = SomeEscalation.Raise([Some.Manager]).Accepted().State;
        var declined = EscalationRules.Decline(alone, Some.Manager, true, Tuesday).Accepted().State;
        Assert.IsType<NoFurtherStage>(EscalationRules.GoToNextStage(declined, Some.Author, Tuesday).Refused());
    }

    [Fact]
    public void Any_order_of_acts_keeps_the_promises() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 100]).Array[1, 25].Sample(acts =>
    {
        var (escalation, due, now) = (SomeEscalation.Raised(), (DateTimeOffset?)SomeEscalation.Raised().AnswerBy, SomeEscalation.Monday.Now);
        var keys = new HashSet<string>();
        foreach (var (act, amount) in acts)
        {
            now = now.AddHours(amount);
            var clock = Some.Clock(now);
            Take(EscalationRules.Decide(escalation, [Some.Administrator], clock));
            Take(act switch
            {
                0 => EscalationRules.TakeOn(escalation, escalation.Manager, null, clock),
                1 => EscalationRules.Decline(escalation, escalation.Manager, amount % 2 == 0, clock),
                2 => EscalationRules.Correct(escalation, escalation.Manager, clock),
                3 => EscalationRules.GoToNextStage(escalation, Some.Author, clock),
                _ => EscalationRules.Decide(escalation, [Some.Administrator], clock),
            });
            Assert.Equal(escalation.State == EscalationState.Asked, due is not null);
            Assert.True(due is null || due > now);
            Assert.Equal(SomeEscalation.Ladder, escalation.Ladder);
        }

        void Take(Decision<Escalation> decision)
        {
            if (decision is not Decision<Escalation>.Accepted accepted) return;
            Assert.All(accepted.Notices, n => Assert.True(keys.Add(n.Key), n.Key));
            Assert.True(accepted.State == escalation || accepted.State.Version == escalation.Version + 1);
            Assert.True(accepted.State.Level >= escalation.Level);
            (escalation, due) = (accepted.State, accepted.NextDue);
        }
    });
}
