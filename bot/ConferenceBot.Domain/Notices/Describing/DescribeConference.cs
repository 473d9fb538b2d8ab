using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Domain.Notices.Describing;

/// <summary>The facts of a conference as cards show them.</summary>
public static class DescribeConference
{
    public static ConferenceLine Line(Conference conference, RuleClock clock) => new(
        conference.Reference, conference.Type, clock.Local(conference.Slot.Start), clock.Local(conference.Slot.End),
        conference.ScheduleVersion > 1);

    /// <summary>The chair's digest; put away when the conference is over, cancelled or chaired by somebody else.</summary>
    public static CardContent Digest(
        Conference conference, PersonId reader, IEnumerable<ReportTask> tasks, IEnumerable<RiskFlag> flags, RuleClock clock)
    {
        var line = Line(conference, clock);
        if (conference.Status == ConferenceStatus.Cancelled) return new PutAwayContent(PutAway.Cancelled, line);
        if (clock.Now >= conference.Slot.End) return new PutAwayContent(PutAway.TakenPlace, line);
        if (conference.Chair != reader) return new PutAwayContent(PutAway.NoLongerInvited, line);
        return new ChairDigestContent(
            line,
            [.. tasks.Where(t => t.Status == ReportStatus.Open).OrderBy(t => t.Agency.Name, StringComparer.Ordinal).Select(t => Agency(t, conference, clock))],
            flags.Count(f => f.IsOpen && f.Kind != FlagKind.SupportToShare && f.IsFor(reader)), conference.Unconfirmed, conference.Participants.Length);
    }

    private static AgencyLine Agency(ReportTask task, Conference conference, RuleClock clock) => new(
        task.Agency.Name, task.SentToChair is not null,
        !clock.Procedure.AsksToShareWithFamily(task.Agency.Kind) ? AgencyFamilyState.NotAsked
            : task.NotSafeWithSomeone || task.RestrictedRaised ? AgencyFamilyState.Paused
            : task.Family switch
            {
                FamilyAnswer.All => AgencyFamilyState.GoneThrough,
                FamilyAnswer.Some => AgencyFamilyState.Partly,
                FamilyAnswer.NotAnswered or FamilyAnswer.NotYet => AgencyFamilyState.NotYet,
            },
        TaskDeadlines.Of(conference, task, clock).LateBooked);
}
