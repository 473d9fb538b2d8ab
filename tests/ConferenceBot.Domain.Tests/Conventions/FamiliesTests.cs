using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Replies;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conventions;

/// <summary>
/// Families of records are not closed to the compiler. Each is listed here whole, so that a new member makes someone look at the
/// switches that take the family apart.
/// </summary>
public sealed class FamiliesTests
{
    private static readonly Type[] Types = typeof(RuleClock).Assembly.GetTypes();

    public static TheoryData<Type, string> Families { get; } = new()
    {
        {
            typeof(Refusal),
            "AlreadyDecided CardPutAway DateInFuture FamilyToldMissing FlagClosed NoFurtherStage NoManagerKnown NotAllowed NotShown NotYourCard "
            + "NothingAnswered ReasonMissing SeenMissing StaleCard TaskClosed TextTooLong TryAgain UnknownCard UnknownChoice UnreadableReply"
        },
        {
            typeof(Reply),
            "AnswerReport Back ConfirmProfessional CorrectDecision CorrectPlan CorrectReport DeclineEscalation GoToNextStage HideText LookAtPeopleAgain "
            + "OpenAttendee OpenFlagForm OpenItem PlanFlag RaiseEscalation RaiseFlag ReadFlag SayNotHere ShowPeoplePage ShowText ShowWho TakeEscalationOn "
            + "TakeSupportOn TakeVerdictBack WithdrawFlag"
        },
        {
            typeof(CardContent),
            "AdministratorItemContent AttendeeContent ChairAlertContent ChairDigestContent DigestContent EscalationAskContent EscalationFormContent "
            + "EscalationRequestContent FlagFormContent FlagReceiptContent HelpContent MyConferencesContent PeopleContent PeopleListContent "
            + "PromptContent PutAwayContent SupportAskContent"
        },
        { typeof(HardToSay), "Ground Nothing Support" },
        { typeof(Decision<>), "Accepted Refused" },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void A_family_has_these_members_and_each_is_sealed(Type family, string members)
    {
        var found = Members(family).ToList();
        Assert.Equal(members.Split(' '), found.Select(t => t.Name.Split('`')[0]).Order(StringComparer.Ordinal));
        Assert.All(found, t => Assert.True(t.IsSealed, t.Name));
    }

    [Fact]
    public void Every_family_is_listed() =>
        Assert.Equal(
            Families.Select(row => row.Data.Item1.Name).Order(StringComparer.Ordinal),
            Types.Where(t => t is { IsAbstract: true, IsSealed: false, IsInterface: false }).Select(t => t.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_other_record_and_class_is_sealed() =>
        Assert.Empty(Types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }));

    [Fact]
    public void A_refusal_is_named_by_its_type() => Assert.Equal("TextTooLong", new TextTooLong(500).Code);

    [Fact]
    public void No_plan_removes_a_family_member_and_no_indicator_is_a_right()
    {
        string[] keys = [.. Some.Procedure.ChairPlans.Concat(Some.Procedure.ConcernIndicators).Select(c => c.Key)];
        Assert.DoesNotContain(keys, k => new[] { "exclu", "remov", "uninvit", "complain", "disagree", "solicitor", "record" }
            .Any(word => k.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(Some.Procedure.Grounds, c => c.Key == FlagDraft.NotSafeWithSomeone);
    }

    private static IEnumerable<Type> Members(Type family) => Types.Where(t =>
        t.BaseType is { } parent && (parent.IsGenericType ? parent.GetGenericTypeDefinition() : parent) == family);
}
