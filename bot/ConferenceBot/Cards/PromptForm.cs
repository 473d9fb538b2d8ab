using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Cards;

/// <summary>The open prompt: sent to the chair, gone through with the family, anything hard to say.</summary>
internal static class PromptForm
{
    public static IEnumerable<CardElement> Draw(PromptContent content, Pen pen) =>
    [
        .. Step(content, pen),
        .. PromptSettled.Recorded(content, pen),
        pen.Toggle(
            InputIds.SentToChair, "Prompt.Chair.Label", "Prompt.Chair.Title", content.Chair.SentOn is not null) with { Separator = true },
        pen.Date(InputIds.SentOn, "Prompt.SentOn.Label", content.Chair.SentOn ?? content.Today, max: content.Today),
        .. content.Family is { } family ? Family(family, content, pen) : [pen.Line("Prompt.NotAsked") with { Separator = true }],
        pen.One(InputIds.HardToSay, "Prompt.Hard.Label", Hard(content, pen), InputIds.HardNone) with { Separator = true },
        pen.Dropdown(InputIds.FamilyTold, "Prompt.Told.Label", FamilyToldChoices(pen), null),
        Parts.Buttons([pen.Main(Verbs.AnswerReport, "Button.Save"), .. PromptCard.OtherButtons(content, pen)]),
    ];

    public static IEnumerable<InputChoice> FamilyToldChoices(Pen pen) =>
    [
        new(pen.Say($"FamilyTold.{FamilyTold.Told}"), "told"),
        new(pen.Say($"FamilyTold.{FamilyTold.WillTell}"), "willTell"),
        new(pen.Say($"FamilyTold.{FamilyTold.NotSafeToTell}"), "notSafeToTell"),
    ];

    /// <summary>What to do next and by when, in one sentence where the dates agree.</summary>
    private static IEnumerable<CardElement> Step(PromptContent content, Pen pen)
    {
        if (content.LateBooked) yield return pen.Line("Prompt.LateBooked");
        var chair = content.Chair.SentOn is null ? content.Chair.Due : (DateTimeOffset?)null;
        var family = content.Family is { Answer: not FamilyAnswer.All, Paused: false, NotSafeWithSomeone: false } part
            ? part.Due
            : (DateTimeOffset?)null;
        if (chair is { } both && both == family)
            yield return pen.Line("Prompt.Step.Both", pen.Dates.Full(both));
        else
        {
            if (chair is { } toChair) yield return pen.Line("Prompt.Step.Chair", pen.Dates.Full(toChair));
            if (family is { } withFamily) yield return pen.Line("Prompt.Step.Family", pen.Dates.Full(withFamily));
        }

        if (family is not null) yield return pen.Subtle("Prompt.Help");
    }

    private static IEnumerable<CardElement> Family(FamilyPart family, PromptContent content, Pen pen) =>
    [
        pen.One(
            InputIds.FamilyShared, "Prompt.Family.Label",
            [
                new(pen.Say("Prompt.Family.All"), "all"),
                new(pen.Say("Prompt.Family.Some"), "some"),
                new(pen.Say("Prompt.Family.NotYet"), "notYet"),
            ],
            family.Answer switch
            {
                FamilyAnswer.All => "all",
                FamilyAnswer.Some => "some",
                FamilyAnswer.NotYet => "notYet",
                FamilyAnswer.NotAnswered => null,
            }) with { Separator = true },
        pen.Date(InputIds.SharedOn, "Prompt.SharedOn.Label", family.On ?? content.Today, max: content.Today),
        pen.Dropdown(InputIds.WhyNotYet, "Prompt.Why.Label", pen.Choices("whyNotYet", family.WhyChoices), family.WhyNotYet),
        pen.Toggle(InputIds.NotSafe, "Prompt.NotSafe.Label", "Prompt.NotSafe.Title", family.NotSafeWithSomeone),
    ];

    private static IEnumerable<InputChoice> Hard(PromptContent content, Pen pen) =>
    [
        new(pen.Say("Prompt.Hard.None"), InputIds.HardNone),
        new(pen.Say("Prompt.Hard.Support"), InputIds.HardSupport),
        .. content.Grounds.Select(g => new InputChoice(
            pen.Say("Prompt.Hard.Ground", pen.Choice("grounds", g)), InputIds.HardGround + g.Key)),
    ];
}
