using System.Collections.Immutable;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Notices.Describing;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Domain.Tests.Escalations;
using Xunit;

namespace ConferenceBot.Domain.Tests.Describing;

public sealed class DescribeEscalationTests
{
    private static readonly ImmutableDictionary<string, string> Text = ImmutableDictionary<string, string>.Empty
        .Add(DescribeEscalation.Tried, "rang").Add(DescribeEscalation.Wanted, "a date").Add(DescribeEscalation.DeclineReason, "no");

    private static EscalationAskContent Ask(Escalation escalation, PersonId reader, ImmutableDictionary<string, string>? text = null) =>
        DescribeEscalation.Ask(escalation, Some.Conference(), reader, true, text, SomeEscalation.Tuesday);

    private static EscalationRequestContent Request(Escalation escalation, string? reason = null) =>
        DescribeEscalation.Request(escalation, Some.Conference(), true, reason, SomeEscalation.Tuesday);

    [Fact]
    public void The_manager_sees_what_was_typed_only_when_asked_and_never_the_answer_s_reason_with_it()
    {
        Assert.Null(Ask(SomeEscalation.Raised(), Some.Manager).Typed);
        Assert.Equal(["tried", "wanted"], Ask(SomeEscalation.Raised(), Some.Manager, Text).Typed!.Keys.Order());
    }

    [Fact]
    public void The_card_knows_whose_turn_it_is()
    {
        var next = EscalationRules.GoToNextStage(SomeEscalation.Declined(), Some.Author, SomeEscalation.Tuesday).Accepted().State;
        Assert.True(Ask(SomeEscalation.Raised(), Some.Manager) is { Mine: true, Level: 1 });
        Assert.True(Ask(next, Some.Manager) is { Mine: false, Level: 2 });
        Assert.True(Ask(next, Some.HeadOfService).Mine);
        Assert.Equal(Some.Day("2026-06-16"), Ask(next, Some.HeadOfService).ActionDefault);
    }

    [Fact]
    public void The_requester_sees_the_reason_of_a_refusal_only_when_asked_and_only_while_it_stands()
    {
        Assert.True(Request(SomeEscalation.Declined()) is { HasReason: true, TypedReason: null, CanGoOn: true });
        Assert.Equal("no", Request(SomeEscalation.Declined(), "no").TypedReason);
        Assert.True(Request(SomeEscalation.Raised(), "no") is { HasReason: false, TypedReason: null, CanGoOn: false });
    }

    [Fact]
    public void At_the_last_stage_the_requester_cannot_go_on()
    {
        var alone = SomeEscalation.Raise([Some.Manager]).Accepted().State;
        var declined = EscalationRules.Decline(alone, Some.Manager, true, SomeEscalation.Tuesday).Accepted().State;
        Assert.False(Request(declined).CanGoOn);
    }

    [Fact]
    public void The_administrator_learns_that_nobody_answered()
    {
        var lapsed = SomeEscalation.Raised().Unanswered().State;
        var item = DescribeEscalation.ForAdministrator(lapsed, Some.Conference(), SomeEscalation.Tuesday);
        Assert.Equal((AdministratorMatter.EscalationLapsed, true), (item.Matter, item.StillOpen));
    }

    [Fact]
    public void A_reason_that_has_left_the_list_is_still_named()
    {
        var old = SomeEscalation.Raised() with { Reason = "formerly" };
        Assert.Equal(new Choice("formerly"), Ask(old, Some.Manager).Reason);
    }
}
