using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Domain.People;

/// <summary>When administrators are asked about first-time attendees: gathered like prompts, but at once for a conference that is near.</summary>
public static class WhenToAsk
{
    /// <summary>A conference within this many working days does not wait for the next gathering.</summary>
    public const int NearDays = 5;

    /// <summary>How long what comes at once is gathered, so that a first read of the calendars is one toast and not twelve.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(2);

    /// <param name="lastAsked">When somebody of the council was last asked or prompted; null = never.</param>
    public static DateTimeOffset Of(Conference conference, DateTimeOffset? lastAsked, RuleClock clock)
    {
        var near = clock.Calendar.AddWorkingDays(clock.Calendar.DayOf(conference.Slot.Start), -NearDays) <= clock.Today;
        return near ? clock.Now + Gathering : PromptRhythm.NotBefore(lastAsked, clock.Now + Gathering, clock.Calendar);
    }
}
