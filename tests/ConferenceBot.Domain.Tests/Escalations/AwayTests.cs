using System.Collections.Immutable;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;
using Xunit;

namespace ConferenceBot.Domain.Tests.Escalations;

public sealed class AwayTests
{
    [Fact]
    public void A_manager_who_is_away_is_passed_over_for_the_next_who_is_here()
    {
        var (escalation, notices, _) = Raise(SomeEscalation.Ladder, Some.Manager, Some.HeadOfService).Accepted();
        Assert.Equal((2, Some.Director, LadderAbsence.PassedOver), (escalation.Level, escalation.Manager, escalation.Absence));
        Assert.Equal([Some.Director], notices.To(CardKind.EscalationAsk));
    }

    [Fact]
    public void Where_everybody_is_away_the_lowest_is_asked_all_the_same_and_the_requester_is_told()
    {
        var escalation = Raise([Some.Manager, Some.HeadOfService], Some.Manager, Some.HeadOfService).Accepted().State;
        Assert.Equal((Some.Manager, LadderAbsence.NobodyHere), (escalation.Manager, escalation.Absence));
        Assert.Equal(Some.HeadOfService, escalation.Look(escalation.AnswerBy).State.Manager);
    }

    [Fact]
    public void The_next_stage_passes_over_who_is_away_and_forgets_an_earlier_absence()
    {
        ImmutableHashSet<PersonId> away = [Some.HeadOfService];
        var raised = SomeEscalation.Raised();
        var next = EscalationRules.Decide(raised, [], Some.Clock(raised.AnswerBy), away).Accepted().State;
        Assert.Equal((Some.Director, LadderAbsence.PassedOver), (next.Manager, next.Absence));
        var asked = EscalationRules.GoToNextStage(SomeEscalation.Declined(), Some.Author, SomeEscalation.Tuesday, []).Accepted().State;
        Assert.Equal((Some.HeadOfService, LadderAbsence.None), (asked.Manager, asked.Absence));
    }

    [Fact]
    public void Who_stands_in_comes_right_after_a_manager_who_is_away_and_is_left_out_while_the_manager_is_here()
    {
        ImmutableArray<PersonId> managers = [Some.Manager, Some.HeadOfService];
        Assert.Equal([Some.Manager, Some.Deputy, Some.HeadOfService], EscalationRules.WithDeputies(managers, [Some.Deputy], [Some.Manager]));
        Assert.Equal(managers, EscalationRules.WithDeputies(managers, [Some.Deputy], [Some.HeadOfService]));
        Assert.Empty(EscalationRules.WithDeputies([], [Some.Deputy], []));
    }

    [Fact]
    public void A_manager_who_has_removed_the_bot_is_not_waited_for_and_the_next_stage_is_asked_at_once()
    {
        var raised = SomeEscalation.Raised();
        var (next, notices, due) = Unreached(raised, [Some.Manager]);
        Assert.Equal((Some.HeadOfService, LadderAbsence.PassedOver, EscalationState.Asked), (next.Manager, next.Absence, next.State));
        Assert.Equal([Some.HeadOfService], notices.To(CardKind.EscalationAsk));
        Assert.Equal([Some.Author], notices.To(CardKind.EscalationRequest));
        Assert.Equal(next.AnswerBy, due);
        Assert.Empty(Unreached(raised, [Some.HeadOfService]).Notices);
    }

    [Fact]
    public void Where_the_last_manager_has_removed_the_bot_the_administrator_is_asked_to_ring_once_and_the_request_stays_open()
    {
        var raised = SomeEscalation.Raise([Some.Manager]).Accepted().State;
        var (lost, notices, due) = Unreached(raised, [Some.Manager]);
        Assert.Equal((EscalationState.Asked, LadderAbsence.NobodyHere, raised.AnswerBy), (lost.State, lost.Absence, due));
        Assert.Equal([Some.Administrator], notices.To(CardKind.AdministratorItem));
        Assert.Equal([Some.Author], notices.To(CardKind.EscalationRequest));

        var again = Unreached(lost, [Some.Manager]);
        Assert.Equal(lost, again.State);
        Assert.Subset(notices.Select(n => n.Key).ToHashSet(), again.Notices.Select(n => n.Key).ToHashSet());
        var item = DescribeEscalation.ForAdministrator(lost, Some.Conference(), SomeEscalation.Monday);
        Assert.Equal((AdministratorMatter.ManagerNotReached, true), (item.Matter, item.StillOpen));
        Assert.Equal(EscalationState.Lapsed, EscalationRules.Decide(lost, [], Some.Clock(lost.AnswerBy), null, [Some.Manager]).Accepted().State.State);
    }

    private static Decision<Escalation>.Accepted Unreached(Escalation escalation, ImmutableHashSet<PersonId> removed) =>
        EscalationRules.Decide(escalation, [Some.Administrator], SomeEscalation.Monday, removed, removed).Accepted();

    private static Decision<Escalation> Raise(ImmutableArray<PersonId> ladder, params PersonId[] away) => EscalationRules.Raise(
        SomeEscalation.Id, Some.Conference(), Some.Participant(), "reportsNotShared", ladder, SomeEscalation.Monday, [.. away]);
}
