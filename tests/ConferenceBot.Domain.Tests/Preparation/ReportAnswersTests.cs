using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Preparation;
using Xunit;

namespace ConferenceBot.Domain.Tests.Preparation;

public sealed class ReportAnswersTests
{
    private static readonly RuleClock Clock = Some.Clock("2026-06-08 10:00");
    private static readonly DateOnly Today = Some.Day("2026-06-08"), Yesterday = Some.Day("2026-06-07"), Tomorrow = Some.Day("2026-06-09");

    private static Decision<AnswerEffect> Give(ReportAnswer answer, ReportTask? task = null, RuleClock? clock = null) =>
        ReportAnswers.Answer(Some.Conference(), task ?? Some.Task(), answer, clock ?? Clock);

    private static ReportTask After(ReportAnswer answer, ReportTask? task = null) => Give(answer, task).Accepted().State.Task;

    private static IEnumerable<(FlagKind, string?, FamilyTold?)> Drafts(ReportAnswer answer, ReportTask? task = null) =>
        Give(answer, task).Accepted().State.Drafts.Select(d => (d.Kind, d.Ground, d.Told));

    [Fact]
    public void A_day_in_the_future_is_refused()
    {
        Assert.IsType<DateInFuture>(Give(Some.Answer(sent: Tomorrow)).Refused());
        Assert.IsType<DateInFuture>(Give(Some.Answer(family: FamilyAnswer.All, on: Tomorrow)).Refused());
        Assert.Equal(Today, After(Some.Answer(sent: Today)).SentToChair);
    }

    [Fact]
    public void Today_is_the_council_s_day_also_just_after_midnight_in_summer() =>
        Assert.Equal(Tomorrow, Give(Some.Answer(sent: Tomorrow), clock: Some.Clock("2026-06-09 00:30")).Accepted().State.Task.SentToChair);

    [Fact]
    public void An_empty_answer_is_refused_until_something_was_answered()
    {
        Assert.IsType<NothingAnswered>(Give(Some.Answer()).Refused());
        var taken = After(Some.Answer(), After(Some.Answer(sent: Today)));
        Assert.Null(taken.SentToChair);
        Assert.True(taken.ChairFactOpen);
    }

    [Fact]
    public void Not_yet_needs_a_reason_from_the_list()
    {
        var notYet = Some.Answer(family: FamilyAnswer.NotYet);
        Assert.IsType<ReasonMissing>(Give(notYet).Refused());
        Assert.IsType<UnknownChoice>(Give(notYet with { WhyNotYet = "tooBusy" }).Refused());
        Assert.Equal("interpreter", After(notYet with { WhyNotYet = "interpreter" }).WhyNotYet);
    }

    [Fact]
    public void Not_safe_with_someone_is_reason_enough() =>
        Assert.True(After(Some.Answer(family: FamilyAnswer.NotYet) with { NotSafeWithSomeone = true }).NotSafeWithSomeone);

    [Fact]
    public void A_ground_must_be_on_the_list_and_says_what_the_family_was_told()
    {
        Assert.IsType<UnknownChoice>(Give(Some.Answer() with { Hard = new HardToSay.Ground("awkward"), Told = FamilyTold.Told }).Refused());
        Assert.IsType<FamilyToldMissing>(Give(Some.Answer() with { Hard = new HardToSay.Ground("thirdParty") }).Refused());
        Assert.IsType<UnknownChoice>(
            Give(Some.Answer() with { Hard = new HardToSay.Ground(FlagDraft.NotSafeWithSomeone), Told = FamilyTold.Told }).Refused());
    }

    [Theory]
    [InlineData(ReportStatus.Closed, "2026-06-08 10:00")]
    [InlineData(ReportStatus.Withdrawn, "2026-06-08 10:00")]
    [InlineData(ReportStatus.Open, "2026-06-11 12:00")]
    public void A_report_that_is_not_open_takes_no_answer_and_no_correction(ReportStatus status, string now)
    {
        var task = Some.Task() with { Status = status };
        Assert.IsType<TaskClosed>(Give(Some.Answer(sent: Today), task, Some.Clock(now)).Refused());
        Assert.IsType<TaskClosed>(ReportAnswers.Correct(Some.Conference(), task, Some.At(now)).Refused());
    }

    [Fact]
    public void The_two_facts_have_a_day_each_and_neither_stands_for_the_other()
    {
        var sent = After(Some.Answer(sent: Yesterday));
        Assert.Equal((Yesterday, FamilyAnswer.NotAnswered, null), (sent.SentToChair, sent.Family, sent.GoneThrough));
        Assert.True(!sent.ChairFactOpen && sent.FamilyFactOpen(Some.Procedure) && !sent.IsSettled(Some.Procedure));

        var shared = After(Some.Answer(family: FamilyAnswer.All, on: Yesterday));
        Assert.Equal((null, FamilyAnswer.All, Yesterday), (shared.SentToChair, shared.Family, shared.GoneThrough));
        Assert.True(shared.ChairFactOpen && !shared.FamilyFactOpen(Some.Procedure));

        var both = After(Some.Answer(Today, FamilyAnswer.All, Yesterday));
        Assert.Equal((Today, Yesterday), (both.SentToChair, both.GoneThrough));
        Assert.True(both.IsSettled(Some.Procedure));
    }

    [Fact]
    public void All_or_some_without_a_day_is_today_and_some_is_not_all()
    {
        Assert.Equal(Today, After(Some.Answer(family: FamilyAnswer.All)).GoneThrough);
        var some = After(Some.Answer(family: FamilyAnswer.Some) with { WhyNotYet = "notReached" });
        Assert.Equal((Today, "notReached", true), (some.GoneThrough, some.WhyNotYet, some.FamilyFactOpen(Some.Procedure)));
    }

    [Theory]
    [InlineData(FamilyAnswer.All)]
    [InlineData(FamilyAnswer.NotAnswered)]
    public void A_reason_belongs_to_some_and_not_yet_alone(FamilyAnswer family) =>
        Assert.Null(After(Some.Answer(Today, family) with { WhyNotYet = "jointly" }).WhyNotYet);

    [Fact]
    public void A_day_belongs_to_all_and_some_alone() =>
        Assert.Null(After(Some.Answer(Today, FamilyAnswer.NotYet, Yesterday) with { WhyNotYet = "jointly" }).GoneThrough);

    [Fact]
    public void The_police_are_asked_nothing_about_the_family_whatever_their_card_sends()
    {
        var police = Some.Task(Some.Police);
        var answer = Some.Answer(Today, FamilyAnswer.All, Today) with { WhyNotYet = "jointly", NotSafeWithSomeone = true };
        var task = After(answer, police);
        Assert.Equal((FamilyAnswer.NotAnswered, null, null, false), (task.Family, task.GoneThrough, task.WhyNotYet, task.NotSafeWithSomeone));
        Assert.True(task.IsSettled(Some.Procedure));
        Assert.Empty(Drafts(answer, police));
        Assert.IsType<NothingAnswered>(Give(Some.Answer(family: FamilyAnswer.All), police).Refused());
    }

    [Fact]
    public void The_police_can_tell_the_chair_of_a_ground() =>
        Assert.Equal(
            [(FlagKind.RestrictedInformation, "criminalEnquiry", FamilyTold.NotSafeToTell)],
            Drafts(Some.Answer() with { Hard = new HardToSay.Ground("criminalEnquiry"), Told = FamilyTold.NotSafeToTell }, Some.Task(Some.Police)));

    [Fact]
    public void Feeling_awkward_goes_to_support_and_nothing_goes_to_the_chair() =>
        Assert.Equal([(FlagKind.SupportToShare, null, null)], Drafts(Some.Answer() with { Hard = new HardToSay.Support() }));

    [Fact]
    public void Not_safe_with_someone_is_told_to_the_chair_once()
    {
        var notSafe = Some.Answer(Today) with { NotSafeWithSomeone = true };
        Assert.Equal([(FlagKind.RestrictedInformation, FlagDraft.NotSafeWithSomeone, FamilyTold.NotSafeToTell)], Drafts(notSafe));
        Assert.Empty(Drafts(notSafe, After(notSafe)));
    }

    [Fact]
    public void Another_ground_is_told_to_the_chair_after_an_earlier_one()
    {
        var first = Some.Answer() with { Hard = new HardToSay.Ground("legalAdvice"), Told = FamilyTold.Told };
        var second = first with { Hard = new HardToSay.Ground("riskToSomeone"), Told = FamilyTold.NotSafeToTell };
        Assert.Equal([(FlagKind.RestrictedInformation, "riskToSomeone", FamilyTold.NotSafeToTell)], Drafts(second, After(first)));
    }

    [Fact]
    public void A_correction_opens_the_form_and_keeps_what_was_recorded()
    {
        var answered = After(Some.Answer(sent: Today));
        var open = ReportAnswers.Correct(Some.Conference(), answered, Clock.Now).Accepted().State;
        Assert.True(open is { Correcting: true, SentToChair: not null } && open.Version == answered.Version + 1);
        var closed = After(Some.Answer(sent: Yesterday), open);
        Assert.Equal((false, Yesterday, Clock.Now, open.Version + 1), (closed.Correcting, closed.SentToChair, closed.AnsweredAt, closed.Version));
    }
}
