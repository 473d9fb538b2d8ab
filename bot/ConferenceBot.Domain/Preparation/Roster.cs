using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Preparation;

/// <summary>Matches the reports of a conference with who is invited to it now.</summary>
public static class Roster
{
    /// <returns>Invited authors without a report, and reports that were withdrawn but whose author is invited (again).</returns>
    public static (ImmutableArray<Participant> Missing, ImmutableArray<ReportTask> Reopened) Match(
        Conference conference, IReadOnlyCollection<ReportTask> tasks)
    {
        if (conference.Status == ConferenceStatus.Cancelled) return ([], []);
        var authors = conference.Participants.Where(p => p.WritesReport).ToList();
        return (
            [.. authors.Where(a => tasks.All(t => t.Author != a.Person))],
            [
                .. tasks.Where(t => t.Status == ReportStatus.Withdrawn && authors.Exists(a => a.Person == t.Author))
                    .Select(t => t with { Status = ReportStatus.Open, Version = t.Version + 1 }),
            ]);
    }
}
