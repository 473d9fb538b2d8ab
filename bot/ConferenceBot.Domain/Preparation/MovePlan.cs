using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Preparation;

/// <summary>
/// Tells the authors who already have a card that their conference has a new date: once a move, at once. <see cref="PreparationPlan"/>
/// asks it at the first look at a new schedule.
/// </summary>
public static class MovePlan
{
    public static Notice? Decide(Conference moved, ReportTask task) =>
        task.Status == ReportStatus.Open && !task.Given.IsEmpty
            ? new Notice(
                $"moved/{task.Id}/v{moved.ScheduleVersion}", task.Author, CardKind.Prompt, task.Id.Value, moved.Id,
                Urgency.Now, ToastKind.Moved)
            : null;
}
