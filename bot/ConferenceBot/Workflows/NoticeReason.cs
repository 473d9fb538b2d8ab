using ConferenceBot.Domain;
using System.Globalization;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>Why a notice was decided, read from its key: the key names the occurrence.</summary>
/// <param name="Code">Such as <c>prompt.DayBefore</c>, <c>moved</c>, <c>flag.asked</c>.</param>
/// <param name="Deadline">The deadline a prompt works towards.</param>
/// <param name="Audience">Whom that deadline is for: <c>chair</c>, <c>family</c>, <c>both</c>; <c>soon</c> = asked late, due as soon as possible.</param>
internal sealed record NoticeReason(string Code, DateTimeOffset? Deadline = null, string? Audience = null)
{
    public static NoticeReason Of(Notice notice, TaskDeadlines? deadlines)
    {
        var parts = notice.Key.Split('/');
        return parts switch
        {
            ["prompt", _, _, var step, var unix, ..] when long.TryParse(unix, CultureInfo.InvariantCulture, out var seconds) =>
                Prompt(step, DateTimeOffset.FromUnixTimeSeconds(seconds), deadlines),
            ["digest", ..] => new NoticeReason("chairDigest"),
            ["flag", _, "ask", ..] => new NoticeReason("flag.asked"),
            ["flag", _, var occurrence, ..] => new NoticeReason("flag." + occurrence),
            ["unread", ..] => new NoticeReason("flag.unread"),
            ["ask", ..] => new NoticeReason("escalation.asked"),
            ["outcome", ..] => new NoticeReason("escalation.outcome"),
            ["lapsed", ..] => new NoticeReason("escalation.lapsed"),
            _ => new NoticeReason(parts[0]),
        };
    }

    private static NoticeReason Prompt(string step, DateTimeOffset deadline, TaskDeadlines? deadlines)
    {
        var chair = deadlines?.Chair == deadline;
        var family = deadlines?.Family == deadline;
        return new NoticeReason("prompt." + step, deadline, (chair, family) switch
        {
            _ when deadlines is { LateBooked: true } && (chair || family) => "soon",
            (true, true) => "both",
            (true, false) => "chair",
            (false, true) => "family",
            _ => null,
        });
    }
}

/// <summary>Why a notice that was decided is not told yet.</summary>
/// <param name="Code"><c>underWay</c>, <c>outsideWorkingHours</c> or <c>onePromptADay</c>.</param>
internal sealed record NoticeHeld(string Code, DateTimeOffset Until)
{
    public static async Task<NoticeHeld?> OfAsync(IStoreSession session, Notice notice, RuleClock clock, CancellationToken cancellationToken)
    {
        var when = await Telling.WhenAsync(session, notice.To, clock, cancellationToken);
        if (when.NotBefore(notice, clock) is not { } until) return null;
        if (notice.Urgency == Urgency.Now || when.UnderWayUntil is not null) return new NoticeHeld("underWay", until);
        var capped = PromptRhythm.NotBefore(null, clock.Now, clock.Calendar) < until;
        return new NoticeHeld(capped ? "onePromptADay" : "outsideWorkingHours", until);
    }
}
