using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>A manager is asked to help somebody of their own agency to share something difficult; says nothing of what it is.</summary>
internal static class SupportAskCard
{
    public static Sketch Draw(SupportAskContent content, Pen pen)
    {
        var open = content.State is FlagState.Sent or FlagState.Read;
        return new Sketch(
            First(content, pen, open),
            Toasts.Line(pen.Words, open ? ToastKind.Reply : ToastKind.Quiet, content.ReplyBy, DateWords.Of(content.RaisedAt)),
            [
                .. pen.Conference(content.Conference),
                .. Body(content, pen, open),
                pen.Facts(
                    ("Fact.Sent", pen.Dates.Full(content.RaisedAt)),
                    ("Fact.ReplyBy", open ? pen.Dates.Full(content.ReplyBy) : null),
                    ("Fact.TakenOn", content.PlannedAt is { } at ? pen.Dates.Full(at) : null)),
                .. Actions(content, pen, open),
            ]);
    }

    private static string First(SupportAskContent content, Pen pen, bool open) => content switch
    {
        _ when open => pen.Say("Support.First.Open", pen.Dates.Near(content.ReplyBy, DateWords.Of(content.RaisedAt))),
        { State: FlagState.Planned, PlannedAt: { } at } => pen.Say("Support.First.Planned", DateWords.Time(at)),
        _ => pen.Say($"Support.First.{content.State}"),
    };

    private static IEnumerable<CardElement> Body(SupportAskContent content, Pen pen, bool open) => content switch
    {
        _ when open => [pen.Line("Support.Open"), pen.Line("Support.NotTold")],
        { State: FlagState.Planned } => [pen.Line("Support.Planned"), pen.Line("Support.NotTold")],
        _ => [],
    };

    private static IEnumerable<CardElement> Actions(SupportAskContent content, Pen pen, bool open) => content switch
    {
        _ when open => [Parts.Buttons(pen.Main(Verbs.TakeSupportOn, "Button.TakeOn"))],
        { State: FlagState.Planned } => [Parts.Buttons(pen.Plain(Verbs.CorrectPlan, "Button.Correct"))],
        _ => [],
    };
}
