using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Preparation;

/// <summary>The cap on prompts: working hours only, and at most one prompt or reminder a person a working day.</summary>
public static class PromptRhythm
{
    /// <summary>The earliest instant, not before <paramref name="now"/>, at which this person may be prompted again.</summary>
    /// <param name="lastPrompted">When the last prompt or digest was written for this person; null = never.</param>
    public static DateTimeOffset NotBefore(DateTimeOffset? lastPrompted, DateTimeOffset now, WorkingCalendar calendar)
    {
        var open = calendar.NextWorkingTime(now);
        if (lastPrompted is not { } last || calendar.DayOf(last) < calendar.DayOf(open)) return open;
        return calendar.At(calendar.AddWorkingDays(calendar.DayOf(last), 1), calendar.Opens);
    }
}
