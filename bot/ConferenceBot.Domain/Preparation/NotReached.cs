using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Preparation;

/// <summary>
/// Somebody who still owes a report has taken the bot away from their Teams. The obligation stays; an administrator is asked to ring, because
/// no prompt arrives any more. "Not reached" is not "not responding".
/// </summary>
public static class NotReached
{
    /// <summary>Whom to tell. Empty when nothing is owed, the conference has begun or is cancelled, or nobody administers.</summary>
    public static ImmutableArray<Notice> Decide(
        Conference conference, ReportTask task, ImmutableArray<PersonId> administrators, RuleClock clock) =>
        IsOwed(conference, task, clock)
            ? [.. administrators.Distinct().Where(a => a != task.Author).Select(a => new Notice(
                $"notReached/{task.Id}/{a}/{clock.Now.ToUnixTimeSeconds()}", a, CardKind.AdministratorItem, task.Id.Value, task.Conference,
                Urgency.Now, ToastKind.Reply))]
            : [];

    /// <summary>Whether the person still has something to do before the conference.</summary>
    public static bool IsOwed(Conference conference, ReportTask task, RuleClock clock) =>
        task.Status == ReportStatus.Open && !task.IsSettled(clock.Procedure)
        && conference.Status == ConferenceStatus.Planned && clock.Now < conference.Slot.Start;
}
