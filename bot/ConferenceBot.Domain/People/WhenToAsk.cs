using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Domain.People;

/// <summary>
/// When administrators are asked about first-time attendees: gathered like prompts, in working hours. For a conference that is near they
/// are asked again the same day.
/// </summary>
public static class WhenToAsk
{
    /// <param name="lastAsked">When somebody of the council was last asked or prompted; null = never.</param>
    public static DateTimeOffset Of(Conference conference, DateTimeOffset? lastAsked, RuleClock clock)
    {
        var gathered = clock.Now.AddMinutes(clock.Procedure.AttendeesGatherMinutes);
        return PromptRhythm.NotBefore(IsNear(conference, clock) ? null : lastAsked, gathered, clock.Calendar);
    }

    private static bool IsNear(Conference conference, RuleClock clock) =>
        clock.Calendar.AddWorkingDays(clock.Calendar.DayOf(conference.Slot.Start), -clock.Procedure.AttendeesNearDays) <= clock.Today;
}
