using System.Collections.Immutable;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices;
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

    private static Decision<Escalation> Raise(ImmutableArray<PersonId> ladder, params PersonId[] away) => EscalationRules.Raise(
        SomeEscalation.Id, Some.Conference(), Some.Participant(), "reportsNotShared", ladder, SomeEscalation.Monday, [.. away]);
}
