using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Preparation;

/// <summary>One step towards one deadline and the instant, in working time, at which it is to be given.</summary>
public readonly record struct PlannedStep(PromptStep Step, DateTimeOffset At, DateTimeOffset Deadline);

/// <summary>
/// The plan of steps towards the open deadlines: the invitation, half way to the earliest, the day before each, once overdue. Steps
/// that fall on one day merge into the latest kind at the earliest instant; "overdue" merges with none, since it must not come before
/// its deadline. None lies at or after the start of the conference.
/// </summary>
public static class PromptSteps
{
    /// <param name="invited">When the author is told of this schedule; the first step.</param>
    /// <param name="deadlines">The open deadlines, earliest first; empty gives no step.</param>
    public static ImmutableArray<PlannedStep> Plan(
        Conference conference, AgencyKind agency, DateTimeOffset invited, ImmutableArray<DateTimeOffset> deadlines, WorkingCalendar calendar)
    {
        var start = conference.Slot.Start;
        return
        [
            .. deadlines.SelectMany((deadline, index) => Towards(deadline, index == 0))
                .Where(s => s.At < start)
                .GroupBy(s => (calendar.DayOf(s.At), s.Step == PromptStep.Overdue ? s.Deadline : default))
                .Select(day => day.OrderByDescending(s => s.Step).ThenBy(s => s.Deadline).First() with { At = day.Min(s => s.At) })
                .OrderBy(s => s.At),
        ];

        IEnumerable<PlannedStep> Towards(DateTimeOffset deadline, bool earliest)
        {
            if (earliest) yield return new(PromptStep.Invitation, invited, deadline);
            var halfWay = calendar.NextWorkingTime(invited + (deadline - invited) / 2, agency);
            if (earliest && halfWay > invited && halfWay < deadline) yield return new(PromptStep.HalfWay, halfWay, deadline);
            var dayBefore = calendar.At(calendar.AddWorkingDays(calendar.DayOf(deadline), -1, agency), calendar.Opens);
            if (dayBefore > invited) yield return new(PromptStep.DayBefore, dayBefore, deadline);
            if (deadline < start) yield return new(PromptStep.Overdue, calendar.NextWorkingTime(deadline, agency), deadline);
        }
    }

    /// <summary>
    /// When an author who has not been told is: in their agency's next working time; where the agency is closed until the conference,
    /// in the council's, so that a school's holiday does not swallow the only prompt.
    /// </summary>
    public static DateTimeOffset FirstTelling(Conference conference, AgencyKind agency, DateTimeOffset now, WorkingCalendar calendar)
    {
        var theirs = calendar.NextWorkingTime(now, agency);
        return theirs < conference.Slot.Start ? theirs : calendar.NextWorkingTime(now);
    }
}
