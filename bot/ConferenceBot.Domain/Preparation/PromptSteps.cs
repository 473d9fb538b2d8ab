using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Preparation;

/// <summary>One step and the instant, in working time, at which it is to be given.</summary>
public readonly record struct PlannedStep(PromptStep Step, DateTimeOffset At);

/// <summary>
/// The plan of steps towards one deadline: the invitation, half way to the deadline, the day before it, once overdue. Steps that
/// fall on one day merge into the latest kind at the earliest instant; none lies at or after the start of the conference.
/// </summary>
public static class PromptSteps
{
    public static ImmutableArray<PlannedStep> Plan(
        Conference conference, ReportTask task, DateTimeOffset deadline, WorkingCalendar calendar)
    {
        var agency = task.Agency.Kind;
        var start = conference.Slot.Start;
        var invited = calendar.NextWorkingTime(task.InvitedAt, agency);
        var halfWay = calendar.NextWorkingTime(task.InvitedAt + (deadline - task.InvitedAt) / 2, agency);
        var dayBefore = calendar.At(calendar.AddWorkingDays(calendar.DayOf(deadline), -1, agency), calendar.Opens);
        var overdue = calendar.NextWorkingTime(deadline, agency);

        var steps = new List<PlannedStep> { new(PromptStep.Invitation, invited) };
        if (halfWay > invited && halfWay < deadline) steps.Add(new(PromptStep.HalfWay, halfWay));
        if (dayBefore > invited) steps.Add(new(PromptStep.DayBefore, dayBefore));
        if (overdue >= deadline && deadline < start) steps.Add(new(PromptStep.Overdue, overdue));

        return
        [
            .. steps.Where(s => s.At < start || s.Step == PromptStep.Invitation)
                .GroupBy(s => calendar.DayOf(s.At))
                .Select(day => new PlannedStep(day.Max(s => s.Step), day.Min(s => s.At)))
                .OrderBy(s => s.At),
        ];
    }
}
