using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>A card with nothing to do any more: one neutral line why.</summary>
internal static class PutAwayCard
{
    public static Sketch Draw(PutAwayContent content, Pen pen) => new(
        pen.Say($"PutAway.{content.Why}"),
        Toasts.Line(pen.Words, ToastKind.Quiet, null, null),
        content.Conference is { } line ? [.. pen.Conference(line with { Moved = false })] : []);
}
