using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Cards;

/// <summary>What a chair should know before the conference, and the plan.</summary>
internal static class ChairAlertCard
{
    public static Sketch Draw(ChairAlertContent content, Pen pen)
    {
        var open = content.State is FlagState.Sent or FlagState.Read;
        var ended = content.State is FlagState.Withdrawn or FlagState.Expired;
        return new Sketch(
            First(content, pen),
            Toasts.Line(pen.Words, open ? ToastKind.Reply : ToastKind.Quiet, content.ReplyBy, DateWords.Of(content.RaisedAt)),
            [
                .. pen.Conference(content.Conference),
                .. Status(content, pen),
                .. ended ? [] : What(content, pen),
                .. open ? Form(content, pen) : [],
                .. content.State == FlagState.Planned ? Settled(content, pen) : [],
                .. ended ? Array.Empty<CardElement>() : [pen.Danger("")],
            ]);
    }

    private static string First(ChairAlertContent content, Pen pen)
    {
        var raised = DateWords.Of(content.RaisedAt);
        var start = content.Conference.Start;
        var meeting = DateWords.IsNear(start, raised)
            ? pen.Say("Alert.Meeting.Near", pen.Dates.Weekday(DateWords.Of(start)), DateWords.Time(start))
            : pen.Say("Alert.Meeting", pen.Dates.FullDay(DateWords.Of(start)), DateWords.Time(start));
        return content.State switch
        {
            FlagState.Sent when DateWords.Of(content.ReplyBy) == raised => pen.Say("Alert.First.Today", meeting),
            FlagState.Sent => pen.Say("Alert.First.By", meeting, pen.Dates.Near(content.ReplyBy, raised)),
            _ => pen.Say($"Alert.First.{content.State}", meeting),
        };
    }

    private static IEnumerable<CardElement> Status(ChairAlertContent content, Pen pen)
    {
        if (content.AsDeputy && content.State is FlagState.Sent or FlagState.Read) yield return pen.Line("Alert.AsDeputy");
        if (content is { State: FlagState.Read, ReadAt: { } read }) yield return pen.Line("Alert.Read", DateWords.Time(read));
        if (content is { State: FlagState.Planned, ReadAt: { } seen }) yield return pen.Line("Alert.Planned", DateWords.Time(seen));
        if (content.State is FlagState.Withdrawn or FlagState.Expired) yield return pen.Line($"Alert.{content.State}");
    }

    private static IEnumerable<CardElement> What(ChairAlertContent content, Pen pen)
    {
        yield return pen.Line($"Alert.What.{content.Kind}", content.FromAgency) with { Weight = TextWeight.Bolder };
        yield return pen.Facts(
            ("Fact.Ground", content.Ground is { } ground ? Pen.Capital(pen.Choice("grounds", ground, content.Choices.Grounds)) : null),
            ("Fact.Reported", pen.Several("concernIndicators", content.Indicators, content.Choices.Indicators)),
            ("Fact.FamilyTold", content.Told is { } told ? pen.Say($"Alert.Told.{told}") : null),
            ("Fact.Sent", pen.Dates.Full(content.RaisedAt)));
        if (content.Typed is not null)
            yield return pen.Typed(
                Verbs.HideFlagText,
                ("Typed.Seen", content.Typed.Get(InputIds.Seen)),
                ("Typed.ParentView", content.Typed.Get(InputIds.ParentView)));
        yield return pen.Subtle("Alert.Note");
    }

    private static IEnumerable<CardElement> Form(ChairAlertContent content, Pen pen) =>
    [
        pen.Many(
            InputIds.Plan, "Alert.Plan.Label", pen.Choices("chairPlans", content.Choices.Plans), content.Plans) with { Separator = true },
        Parts.Buttons(
            pen.Main(Verbs.PlanFlag, "Button.RecordPlan"),
            content.State == FlagState.Sent ? pen.Plain(Verbs.ReadFlag, "Button.Read") : null,
            ShowButton(content, pen)),
        pen.Subtle("Alert.Plan.Help"),
    ];

    private static IEnumerable<CardElement> Settled(ChairAlertContent content, Pen pen) =>
    [
        pen.Facts(("Fact.Plan", pen.Several("chairPlans", content.Plans, content.Choices.Plans))),
        Parts.Buttons(pen.Plain(Verbs.CorrectPlan, "Button.Correct"), ShowButton(content, pen)),
    ];

    private static ActionExecute? ShowButton(ChairAlertContent content, Pen pen) =>
        content is { HasText: true, Typed: null } ? pen.Plain(Verbs.ShowFlagText, "Button.Show") : null;
}
