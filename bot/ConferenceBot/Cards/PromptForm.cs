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
        .. NextSteps.Draw(content, pen),
        .. PromptSettled.Recorded(content, pen),
        pen.Toggle(
            InputIds.SentToChair, "Prompt.Chair.Label", "Prompt.Chair.Title", content.Chair.SentOn is not null) with { Separator = true },
        pen.Date(InputIds.SentOn, "Prompt.SentOn.Label", content.Chair.SentOn ?? content.Today, max: content.Today),
        .. content.Family is { } family ? Family(family, content, pen) : [pen.Line("Prompt.NotAsked") with { Separator = true }],
        pen.One(InputIds.HardToSay, "Prompt.Hard.Label", Hard(content, pen), InputIds.HardNone) with { Separator = true },
        pen.Dropdown(InputIds.FamilyTold, "Prompt.Told.Label", FamilyToldChoices(pen), null),
        .. PromptCard.Buttons(pen.Main(Verbs.AnswerReport, "Button.Save"), content, pen),
    ];

    public static IEnumerable<InputChoice> FamilyToldChoices(Pen pen) =>
    [
        new(pen.Say($"FamilyTold.{FamilyTold.Told}"), "told"),
        new(pen.Say($"FamilyTold.{FamilyTold.WillTell}"), "willTell"),
        new(pen.Say($"FamilyTold.{FamilyTold.NotSafeToTell}"), "notSafeToTell"),
    ];

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
