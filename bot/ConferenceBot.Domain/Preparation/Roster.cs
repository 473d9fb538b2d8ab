using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Preparation;

/// <summary>Matches the reports of a conference with who is invited to it now.</summary>
public static class Roster
{
    /// <returns>
    /// Invited authors without a report; and reports to be asked for again: withdrawn but the author is invited again, or closed but the
    /// conference was moved on instead of taking place.
    /// </returns>
    public static (ImmutableArray<Participant> Missing, ImmutableArray<ReportTask> Reopened) Match(
        Conference conference, IReadOnlyCollection<ReportTask> tasks)
    {
        if (conference.Status == ConferenceStatus.Cancelled) return ([], []);
        var authors = conference.Participants.Where(p => p.WritesReport).ToList();
        return (
            [.. authors.Where(a => tasks.All(t => t.Author != a.Person))],
            [
                .. tasks.Where(t => t.Status == ReportStatus.Withdrawn || (t.Status == ReportStatus.Closed && MovedSince(t, conference)))
                    .Where(t => authors.Exists(a => a.Person == t.Author))
                    .Select(t => Reopen(t, conference)),
            ]);
    }

    private static bool MovedSince(ReportTask task, Conference conference) =>
        conference.ScheduleVersion > 1 && task.ToldOf(conference.ScheduleVersion) is null;

    /// <summary>An author who was told of this very schedule and then removed is invited afresh; others are told of the new one.</summary>
    private static ReportTask Reopen(ReportTask task, Conference conference) => task with
    {
        Status = ReportStatus.Open,
        Given = task.ToldOf(conference.ScheduleVersion) is null ? task.Given : [],
        Version = task.Version + 1,
    };
}
