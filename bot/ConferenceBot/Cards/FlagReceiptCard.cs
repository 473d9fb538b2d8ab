using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>What became of something this person sent: received, a plan, or passed on; never which plan.</summary>
internal static class FlagReceiptCard
{
    public static Sketch Draw(FlagReceiptContent content, Pen pen)
    {
        var open = content.State is FlagState.Sent or FlagState.Read;
        var ends = content.State is FlagState.Withdrawn or FlagState.Expired;
        var news = content.State != FlagState.Sent || content.PassedOnAt is not null;
        return new Sketch(
            First(content, pen),
            Toasts.Line(pen.Words, news ? ToastKind.Answer : ToastKind.Quiet, null, null),
            [
                .. pen.Conference(content.Conference),
                .. open ? [pen.Danger(content.DutyNumber, loud: true)] : Array.Empty<CardElement>(),
                pen.Line(Next(content), pen.Dates.Full(content.ReplyBy)),
                pen.Facts(
                    ("Fact.What", pen.Say($"FlagKind.{content.Kind}")),
                    ("Fact.Sent", pen.Dates.Full(content.RaisedAt)),
                    ("Fact.PassedOn", At(content.PassedOnAt, pen)),
                    ("Fact.Read", At(content.ReadAt, pen)),
                    ("Fact.Planned", At(content.PlannedAt, pen))),
                .. ends
                    ? Array.Empty<CardElement>()
                    : [Parts.Buttons(pen.Plain(Verbs.WithdrawFlag, "Button.Withdraw")), pen.Subtle("Receipt.WithdrawHelp")],
            ]);
    }

    private static string First(FlagReceiptContent content, Pen pen) => content switch
    {
        { State: FlagState.Sent, AddresseeKnown: false } => pen.Say("Receipt.First.NobodyKnown", DateWords.Time(content.RaisedAt)),
        { State: FlagState.Sent, PassedOnAt: { } at } =>
            pen.Say("Receipt.First.PassedOn", DateWords.Time(content.RaisedAt), DateWords.Time(at)),
        { State: FlagState.Sent } => pen.Say("Receipt.First.Sent", DateWords.Time(content.RaisedAt)),
        { State: FlagState.Read, ReadAt: { } at } => pen.Say("Receipt.First.Read", DateWords.Time(content.RaisedAt), DateWords.Time(at)),
        { State: FlagState.Planned, PlannedAt: { } at } => pen.Say(
            $"Receipt.First.Planned{Whose(content)}", DateWords.Time(content.RaisedAt), DateWords.Time(at)),
        { State: var state } => pen.Say($"Receipt.First.{state}", DateWords.Time(content.RaisedAt)),
    };

    /// <summary>What happens next, and by when.</summary>
    private static string Next(FlagReceiptContent content) => content switch
    {
        { State: FlagState.Sent, AddresseeKnown: false } => $"Receipt.Next.NobodyKnown{Whose(content)}",
        { State: FlagState.Sent, Absence: AddresseeAbsence.NobodyHere } => $"Receipt.Next.NobodyHere{Whose(content)}",
        { State: FlagState.Sent, Absence: AddresseeAbsence.StandInAsked, PassedOnAt: null } => $"Receipt.Next.StandIn{Whose(content)}",
        { State: FlagState.Sent, PassedOnAt: not null } => $"Receipt.Next.PassedOn{Whose(content)}",
        { State: var state } => $"Receipt.Next.{state}{Whose(content)}",
    };

    private static string Whose(FlagReceiptContent content) => content.Kind == FlagKind.SupportToShare ? ".Support" : "";

    private static string? At(DateTimeOffset? at, Pen pen) => at is { } instant ? pen.Dates.Full(instant) : null;
}
