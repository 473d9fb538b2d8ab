using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Preparation;

/// <summary>
/// Decides, for one report task, what to prompt now and when to look again. Pure and repeatable: deciding twice at one instant
/// gives nothing new the second time.
/// </summary>
public static class PreparationPlan
{
    /// <returns>
    /// The task with the steps it has been given; at most one notice; the next instant to look again: the next step, else the
    /// start and then the end of the conference, else null for a task that is closed or withdrawn.
    /// </returns>
    public static Decision<ReportTask> Decide(
        Conference conference, ReportTask task, RuleClock clock)
    {
        var now = clock.Now;
        if (task.Status != ReportStatus.Open) return Decision.Accept(task, null);
        if (conference.Status == ConferenceStatus.Cancelled || conference.Find(task.Author) is not { WritesReport: true })
            return Decision.Accept(
                task with { Status = ReportStatus.Withdrawn, Correcting = false, Version = task.Version + 1 }, null);
        if (now >= conference.Slot.End)
            return Decision.Accept(
                task with { Status = ReportStatus.Closed, Correcting = false, Version = task.Version + 1 }, null);
        if (now >= conference.Slot.Start) return Decision.Accept(task, conference.Slot.End);

        var told = task.ToldOf(conference.ScheduleVersion);
        var moved = told is null ? MovePlan.Decide(conference, task) : null;
        var invited = told ?? (moved is not null ? now : PromptSteps.FirstTelling(conference, task.Agency.Kind, now, clock.Calendar));
        var open = TaskDeadlines.Of(conference, task, clock).Open(task, clock.Procedure);
        var steps = PromptSteps.Plan(conference, task.Agency.Kind, invited, open, clock.Calendar);
        var dueNow = steps.Where(s => s.At <= now && !IsGiven(task, conference, s)).ToImmutableArray();
        var next = steps.Where(s => s.At > now).Select(s => (DateTimeOffset?)s.At).FirstOrDefault() ?? conference.Slot.Start;

        if (moved is not null)
        {
            var marks = dueNow.IsEmpty ? [new PlannedStep(PromptStep.Invitation, now, conference.Slot.Start)] : dueNow;
            return Decision.Accept(Give(conference, task, marks, now), next, moved);
        }

        if (dueNow.IsEmpty) return Decision.Accept(task, next);
        return Decision.Accept(Give(conference, task, dueNow, now), next, Prompt(conference, task, dueNow.MaxBy(s => s.Step)));
    }

    /// <summary>Whether the prompt is about the conference as it is planned now: a move tells all that an older one would have told.</summary>
    public static bool IsAbout(Notice prompt, Conference conference, ReportTask task) =>
        prompt.Key.StartsWith(KeyOf(conference, task), StringComparison.Ordinal);

    /// <summary>
    /// A step counts once for a schedule, the day before and "overdue" once for each deadline; what fell due before the author's last
    /// answer needs no prompt any more.
    /// </summary>
    private static bool IsGiven(ReportTask task, Conference conference, PlannedStep step)
    {
        if (step.At <= task.AnsweredAt) return true;
        var given = task.Given.Where(g => g.ScheduleVersion == conference.ScheduleVersion);
        return step.Step switch
        {
            PromptStep.Invitation => given.Any(),
            PromptStep.HalfWay => given.Any(g => g.Step == step.Step),
            PromptStep.DayBefore or PromptStep.Overdue => given.Any(g => g.Step == step.Step && g.Deadline == step.Deadline),
        };
    }

    private static ReportTask Give(Conference conference, ReportTask task, ImmutableArray<PlannedStep> steps, DateTimeOffset now) => task with
    {
        Given = task.Given.AddRange(steps.Select(s => new GivenStep(conference.ScheduleVersion, s.Step, s.Deadline, now))),
    };

    private static string KeyOf(Conference conference, ReportTask task) => $"prompt/{task.Id}/v{conference.ScheduleVersion}/";

    private static Notice Prompt(Conference conference, ReportTask task, PlannedStep step) => new(
        $"{KeyOf(conference, task)}{step.Step}/{step.Deadline.ToUnixTimeSeconds()}/{task.Version}",
        task.Author, CardKind.Prompt, task.Id.Value, conference.Id, Urgency.Routine, ToastKind.Task);
}
