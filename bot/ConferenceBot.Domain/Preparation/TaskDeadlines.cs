using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Preparation;

/// <summary>
/// What is due when for one report. A deadline that had passed when the author was told of the schedule makes it "late booked": the
/// report is asked for as soon as possible before the conference and is never called late.
/// </summary>
/// <param name="Chair">When the report is due with the chair.</param>
/// <param name="Family">When it is to be gone through with the family; null where that is never asked (police).</param>
/// <param name="LateBooked">A deadline of the procedure had passed when the author was told, by a late booking, invitation or move.</param>
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
        var told = task.ToldOf(conference.ScheduleVersion) ?? clock.Now;
        var late = chair.At <= told || family?.At <= told;
        return new TaskDeadlines(
            Effective(chair.At, told, conference), family is { } f ? Effective(f.At, told, conference) : null, late,
            chair.BeyondKnownRange || family is { BeyondKnownRange: true });
    }

    /// <summary>The earliest deadline whose fact is still open; null when nothing is open.</summary>
    public DateTimeOffset? EarliestOpen(ReportTask task, LocalProcedure procedure) =>
        Open(task, procedure) is [var first, ..] ? first : null;

    /// <summary>The deadlines whose facts are still open, earliest first, each once; empty when nothing is open.</summary>
    public ImmutableArray<DateTimeOffset> Open(ReportTask task, LocalProcedure procedure)
    {
        var chair = task.ChairFactOpen ? Chair : (DateTimeOffset?)null;
        var family = task.FamilyFactOpen(procedure) ? Family : null;
        return [.. new[] { chair, family }.OfType<DateTimeOffset>().Distinct().Order()];
    }

    private static DateTimeOffset Effective(DateTimeOffset deadline, DateTimeOffset told, Conference conference) =>
        deadline > told ? deadline : conference.Slot.Start;
}
