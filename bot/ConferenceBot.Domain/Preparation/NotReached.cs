using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

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

    /// <summary>
    /// The account of the person is closed, has no Teams, or its owner is away beyond the next thing that is due: each administrator is told
    /// once. Nothing is told of somebody who is back in time.
    /// </summary>
    /// <param name="why">Not <see cref="AdministratorMatter.NotReached"/>, which each removal repeats.</param>
    /// <param name="until">With <see cref="AdministratorMatter.AuthorAway"/>: when they are back.</param>
    public static ImmutableArray<Notice> Decide(
        Conference conference, ReportTask task, AdministratorMatter why, DateTimeOffset? until, ImmutableArray<PersonId> administrators, RuleClock clock) =>
        why == AdministratorMatter.AuthorAway && !IsAwayTooLong(conference, task, until, clock)
            ? []
            : [.. Decide(conference, task, administrators, clock).Select(n => n with { Key = $"notReached/{task.Id}/{n.To}/{why}/{conference.ScheduleVersion}" })];

    /// <summary>Whether the earliest deadline that is still open passes before the person is back.</summary>
    public static bool IsAwayTooLong(Conference conference, ReportTask task, DateTimeOffset? until, RuleClock clock) =>
        until > clock.Now && TaskDeadlines.Of(conference, task, clock).EarliestOpen(task, clock.Procedure) is { } due && until >= due;

    /// <summary>Whether the person still has something to do before the conference.</summary>
    public static bool IsOwed(Conference conference, ReportTask task, RuleClock clock) =>
        task.Status == ReportStatus.Open && !task.IsSettled(clock.Procedure)
        && conference.Status == ConferenceStatus.Planned && clock.Now < conference.Slot.Start;
}
