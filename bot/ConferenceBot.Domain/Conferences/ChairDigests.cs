using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain.Conferences;

/// <summary>When the chair gets the picture of the paperwork: on a morning some working days before, once for each schedule.</summary>
public static class ChairDigests
{
    /// <returns>The conference itself; the digest when it is due; next the digest, else the end of the conference, else null.</returns>
    public static Decision<Conference> Decide(Conference conference, RuleClock clock)
    {
        var (now, slot) = (clock.Now, conference.Slot);
        if (conference.Status == ConferenceStatus.Cancelled || now >= slot.End) return Decision.Accept(conference, null);
        var at = At(conference, clock);
        if (now < at) return Decision.Accept(conference, at);
        if (now >= slot.Start || conference.Chair is not { } chair) return Decision.Accept(conference, slot.End);
        return Decision.Accept(conference, slot.End, new Notice(
            $"digest/{conference.Id}/v{conference.ScheduleVersion}/{chair}", chair, CardKind.ChairDigest,
            conference.Id.Value, conference.Id, Urgency.Now, ToastKind.Task));
    }

    private static DateTimeOffset At(Conference conference, RuleClock clock)
    {
        var calendar = clock.Calendar;
        var day = calendar.AddWorkingDays(calendar.DayOf(conference.Slot.Start), -clock.Procedure.ChairDigestDays);
        var morning = calendar.At(day, calendar.Opens);
        return morning > conference.FirstSeen ? morning : calendar.NextWorkingTime(conference.FirstSeen);
    }
}
