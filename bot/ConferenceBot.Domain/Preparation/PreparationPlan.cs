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

        var deadlines = TaskDeadlines.Of(conference, task, clock);
        if (deadlines.EarliestOpen(task, clock.Procedure) is not { } deadline)
            return Decision.Accept(task, conference.Slot.Start);

        var steps = PromptSteps.Plan(conference, task, deadline, clock.Calendar);
        var dueNow = steps.Where(s => s.At <= now && !IsGiven(task, conference, s.Step, deadline)).ToList();
        var next = steps.Where(s => s.At > now).Select(s => (DateTimeOffset?)s.At).FirstOrDefault() ?? conference.Slot.Start;
        if (dueNow.Count == 0) return Decision.Accept(task, next);

        var step = dueNow.Max(s => s.Step);
        var given = task with
        {
            Given = task.Given.AddRange(dueNow.Select(s => new GivenStep(conference.ScheduleVersion, s.Step, deadline, now))),
        };
        return Decision.Accept(given, next, Prompt(conference, task, step, deadline));
    }

    /// <summary>A step counts once for a schedule; half way and invitation count once however the earliest deadline changes.</summary>
    private static bool IsGiven(ReportTask task, Conference conference, PromptStep step, DateTimeOffset deadline) => task.Given.Any(g =>
        g.Step == step
        && (step == PromptStep.Invitation
            || (g.ScheduleVersion == conference.ScheduleVersion && (step == PromptStep.HalfWay || g.Deadline == deadline))));

    private static Notice Prompt(Conference conference, ReportTask task, PromptStep step, DateTimeOffset deadline) => new(
        $"prompt/{task.Id}/v{conference.ScheduleVersion}/{step}/{deadline.ToUnixTimeSeconds()}",
        task.Author, CardKind.Prompt, task.Id.Value, conference.Id, Urgency.Routine, ToastKind.Task);
}
