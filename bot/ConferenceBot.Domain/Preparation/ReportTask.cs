using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Preparation;

public enum ReportStatus
{
    Open,

    /// <summary>The conference was cancelled or the author is no longer invited.</summary>
    Withdrawn,

    /// <summary>The conference has taken place.</summary>
    Closed,
}

/// <summary>How far the report has been gone through with the family. Parents are never one recipient: "some" is not "all".</summary>
public enum FamilyAnswer
{
    NotAnswered,

    /// <summary>With each parent or carer it is safe to share with, and the child where old enough.</summary>
    All,
    Some,
    NotYet,
}

/// <summary>The steps at which an author is prompted.</summary>
public enum PromptStep
{
    Invitation,
    HalfWay,
    DayBefore,
    Overdue,
}

/// <summary>A step that was given, for one schedule of the conference.</summary>
public sealed record GivenStep(int ScheduleVersion, PromptStep Step, DateTimeOffset Deadline, DateTimeOffset At);

/// <summary>
/// One author's report for one conference: two separate dated facts, "sent to the chair" and "gone through with the family".
/// Deadlines are not stored; they follow from the conference and the procedure.
/// </summary>
public sealed record ReportTask
{
    public required CouncilKey Council { get; init; }
    public required ReportTaskId Id { get; init; }
    public required ConferenceId Conference { get; init; }
    public required PersonId Author { get; init; }
    public required Agency Agency { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public ReportStatus Status { get; init; }

    /// <summary>Local day on which the report went to the chair; null = not yet.</summary>
    public DateOnly? SentToChair { get; init; }
    public FamilyAnswer Family { get; init; }

    /// <summary>Local day for <see cref="FamilyAnswer.All"/> and <see cref="FamilyAnswer.Some"/>; null otherwise.</summary>
    public DateOnly? GoneThrough { get; init; }

    /// <summary>Key of <see cref="LocalProcedure.WhyNotYet"/>; null unless "some" or "not yet".</summary>
    public string? WhyNotYet { get; init; }

    /// <summary>The author said it is not safe to share with someone: family reminders stopped at once, the chair was told.</summary>
    public bool NotSafeWithSomeone { get; init; }

    /// <summary>A ground for keeping something back was sent to the chair: reminders about the family part pause until it is taken back.</summary>
    public bool RestrictedRaised { get; init; }

    /// <summary>When the author last answered; null = never.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether the author has reopened the settled card to correct it.</summary>
    public bool Correcting { get; init; }
    public ImmutableArray<GivenStep> Given { get; init; } = [];

    /// <summary>1 at first, one more with every change; compared before an answer takes effect.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When the author was first told of this schedule of the conference; null while they have not been.</summary>
    public DateTimeOffset? ToldOf(int scheduleVersion) => Given.FirstOrDefault(g => g.ScheduleVersion == scheduleVersion)?.At;

    public bool ChairFactOpen => Status == ReportStatus.Open && SentToChair is null;

    /// <summary>Whether family reminders are still to be given.</summary>
    public bool FamilyFactOpen(LocalProcedure procedure) =>
        Status == ReportStatus.Open && procedure.AsksToShareWithFamily(Agency.Kind) && Family != FamilyAnswer.All
        && !NotSafeWithSomeone && !RestrictedRaised;

    public bool IsSettled(LocalProcedure procedure) => !ChairFactOpen && !FamilyFactOpen(procedure);
}
