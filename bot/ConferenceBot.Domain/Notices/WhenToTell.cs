using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Domain.Notices;

/// <summary>What decides when a person may be told something; read once and asked for each of their notices.</summary>
/// <param name="UnderWayUntil">End of the conference they sit in now; null = none.</param>
/// <param name="LastPromptedAt">When they were last prompted; null = never.</param>
public sealed record WhenToTell(DateTimeOffset? UnderWayUntil, DateTimeOffset? LastPromptedAt)
{
    /// <summary>When the notice may be told; null = now. The bot is silent to people whose conference is under way.</summary>
    public DateTimeOffset? NotBefore(Notice notice, RuleClock clock) => notice switch
    {
        { Urgency: Urgency.Now, Toast: ToastKind.Quiet } => null,
        { Urgency: Urgency.Now } => UnderWayUntil,
        _ => PromptRhythm.NotBefore(LastPromptedAt, UnderWayUntil ?? clock.Now, clock.Calendar),
    };
}
