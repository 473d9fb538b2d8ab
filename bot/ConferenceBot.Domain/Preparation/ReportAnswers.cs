using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Preparation;

/// <summary>Applies an author's answer to the task, and opens a settled answer again for correction.</summary>
public static class ReportAnswers
{
    public static Decision<AnswerEffect> Answer(
        Conference conference, ReportTask task, ReportAnswer answer, RuleClock clock)
    {
        var procedure = clock.Procedure;
        if (task.Status != ReportStatus.Open || clock.Now >= conference.Slot.End) return No(new TaskClosed());
        if (Check(task, answer, procedure, clock.Today) is { } refusal) return No(refusal);

        var asks = procedure.AsksToShareWithFamily(task.Agency.Kind);
        var family = asks ? answer.Family : FamilyAnswer.NotAnswered;
        var shared = family is FamilyAnswer.All or FamilyAnswer.Some;
        var ground = (answer.Hard as HardToSay.Ground)?.Key;
        var after = task with
        {
            SentToChair = answer.SentToChair,
            Family = family,
            GoneThrough = shared ? answer.GoneThrough ?? clock.Today : null,
            WhyNotYet = asks && family is FamilyAnswer.Some or FamilyAnswer.NotYet ? answer.WhyNotYet : null,
            NotSafeWithSomeone = asks && answer.NotSafeWithSomeone,
            RestrictedRaised = task.RestrictedRaised || ground is not null,
            AnsweredAt = clock.Now,
            Correcting = false,
            Version = task.Version + 1,
        };
        return Decision.Accept(new AnswerEffect(after, Drafts(task, after, answer, ground)), null);
    }

    /// <summary>Opens the settled card again; what was recorded stays recorded until the author answers anew.</summary>
    public static Decision<ReportTask> Correct(Conference conference, ReportTask task, DateTimeOffset now) =>
        task.Status != ReportStatus.Open || now >= conference.Slot.End
            ? Decision.Refuse<ReportTask>(new TaskClosed())
            : Decision.Accept(task with { Correcting = true, Version = task.Version + 1 }, null);

    /// <summary>The author took the restricted item back: reminders about the family part go on.</summary>
    public static ReportTask RestrictedTakenBack(ReportTask task) =>
        task with { RestrictedRaised = false, Version = task.Version + 1 };

    private static Refusal? Check(ReportTask task, ReportAnswer answer, LocalProcedure procedure, DateOnly today)
    {
        if (answer.SentToChair > today || answer.GoneThrough > today) return new DateInFuture();
        if (answer.WhyNotYet is { } why && procedure.WhyNotYet.All(c => c.Key != why)) return new UnknownChoice();
        if (answer.Hard is HardToSay.Ground { Key: var key })
        {
            if (procedure.Grounds.All(c => c.Key != key)) return new UnknownChoice();
            if (answer.Told is null) return new FamilyToldMissing();
        }

        if (!procedure.AsksToShareWithFamily(task.Agency.Kind))
            return answer.SentToChair is null && answer.Hard is HardToSay.Nothing && task.AnsweredAt is null ? new NothingAnswered() : null;
        if (answer is { Family: FamilyAnswer.NotYet, WhyNotYet: null, NotSafeWithSomeone: false }) return new ReasonMissing();
        var nothing = answer is { SentToChair: null, Family: FamilyAnswer.NotAnswered, NotSafeWithSomeone: false, Hard: HardToSay.Nothing };
        return nothing && task.AnsweredAt is null ? new NothingAnswered() : null;
    }

    /// <summary>A form never fills a ground in by itself, so one that is chosen again, or another one, is new to the chair.</summary>
    private static ImmutableArray<FlagDraft> Drafts(ReportTask before, ReportTask after, ReportAnswer answer, string? ground)
    {
        var drafts = ImmutableArray.CreateBuilder<FlagDraft>();
        if (after.NotSafeWithSomeone && !before.NotSafeWithSomeone)
            drafts.Add(FlagDraft.Restricted(FlagDraft.NotSafeWithSomeone, answer.Told ?? FamilyTold.NotSafeToTell));
        if (ground is not null)
            drafts.Add(FlagDraft.Restricted(ground, answer.Told));
        if (answer.Hard is HardToSay.Support)
            drafts.Add(FlagDraft.Support());
        return drafts.ToImmutable();
    }

    private static Decision<AnswerEffect> No(Refusal refusal) => Decision.Refuse<AnswerEffect>(refusal);
}
