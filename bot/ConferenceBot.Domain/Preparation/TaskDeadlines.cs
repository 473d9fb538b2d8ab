using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Preparation;

/// <summary>
/// What is due when for one report. A conference booked after its own deadline is "late booked": the report is asked for as soon
/// as possible before the conference and is never called late.
/// </summary>
/// <param name="Chair">When the report is due with the chair.</param>
/// <param name="Family">When it is to be gone through with the family; null where that is never asked (police).</param>
/// <param name="LateBooked">The procedure's deadline had passed when the author was invited.</param>
/// <param name="BeyondKnownRange">A deadline lies beyond the bank holidays known here and may still move.</param>
public sealed record TaskDeadlines(DateTimeOffset Chair, DateTimeOffset? Family, bool LateBooked, bool BeyondKnownRange)
{
    public static TaskDeadlines Of(Conference conference, ReportTask task, RuleClock clock)
    {
        var (_, procedure, calendar) = clock;
        var chair = procedure.Deadlines.For(conference.Type, Audience.Chair, task.Agency.Kind, conference.Slot, calendar);
        var family = procedure.AsksToShareWithFamily(task.Agency.Kind)
            ? procedure.Deadlines.For(conference.Type, Audience.Family, task.Agency.Kind, conference.Slot, calendar)
            : (Deadline?)null;
        var late = chair.At <= task.InvitedAt || family?.At <= task.InvitedAt;
        return new TaskDeadlines(
            Effective(chair.At, task, conference), family is { } f ? Effective(f.At, task, conference) : null, late,
            chair.BeyondKnownRange || family is { BeyondKnownRange: true });
    }

    /// <summary>The earliest deadline whose fact is still open; null when nothing is open.</summary>
    public DateTimeOffset? EarliestOpen(ReportTask task, LocalProcedure procedure)
    {
        var chair = task.ChairFactOpen ? Chair : (DateTimeOffset?)null;
        var family = task.FamilyFactOpen(procedure) ? Family : null;
        return (chair, family) switch
        {
            (null, _) => family,
            (_, null) => chair,
            _ => chair < family ? chair : family,
        };
    }

    private static DateTimeOffset Effective(DateTimeOffset deadline, ReportTask task, Conference conference) =>
        deadline > task.InvitedAt ? deadline : conference.Slot.Start;
}
