using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ConferenceBot.Cards;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;
using Xunit;

namespace ConferenceBot.Tests.Cards;

/// <summary>The reviewed words are on the cards where they belong.</summary>
public sealed class CardWordingTests
{
    [Theory]
    [InlineData("prompt", "You have a preparation task. Next step due Tuesday 17:00.")]
    [InlineData("prompt", "Have you gone through your report with each parent or carer it is safe to share with, and the child where old enough?")]
    [InlineData("prompt", "Is anything hard to say with the family present? Feeling awkward is normal: ask for support. Legal or safety limits go to the chair.")]
    [InlineData("prompt", "Tell the chair about a safety concern")]
    [InlineData("prompt-settled", "Recorded 10:42. Nothing more due.")]
    [InlineData("prompt-settled", "Sent to chair 8 May; gone through with family 11 May.")]
    [InlineData("prompt-settled", "Correct this")]
    [InlineData("prompt-support", "Your manager has been asked to reply by Wednesday. The chair has not been told.")]
    [InlineData("prompt-settled-restricted", "Sent to the chair 10:42, not yet read.")]
    [InlineData("prompt-settled-restricted", "Reminders about the family part are paused.")]
    [InlineData("prompt-settled-flag", "If it cannot wait, ring 01632 960 123. Immediate danger: 999.")]
    [InlineData("prompt-police", "as the police do, your agency decides what is shared")]
    [InlineData("prompt-late-booked", "That is the booking, not you.")]
    [InlineData("flag-form", "Tell the chair about a safety concern")]
    [InlineData("flag-form", "What was seen or heard, when? No names. Those described may read this. Disagreeing, complaining or bringing a solicitor is not a safety concern.")]
    [InlineData("flag-form", "Nor is asking questions")]
    [InlineData("flag-form", "Immediate danger: 999. If it cannot wait, ring 01632 960 123.")]
    [InlineData("escalation-form", "Immediate danger: 999. If it cannot wait, ring 01632 960 123.")]
    [InlineData("receipt-safetyconcern-sent", "Sent 10:42, not yet read.")]
    [InlineData("alert-sent", "Before Thursday's 10:00 meeting: one item needs your reply today.")]
    [InlineData("alert-planned", "You read this 11:05 and recorded a plan. The colleague knows there is one.")]
    [InlineData("escalation-ask", "A colleague asks for your decision by Friday 17:00.")]
    [InlineData("escalation-ask-taken-on", "You took this on 11:20. Action due 20 May. The requester knows.")]
    [InlineData("escalation-ask-declined", "Not taken on, reason given. The requester can go to the next stage.")]
    [InlineData("chair-digest", "Paperwork, not safety: 5 of 8 reports sent, 3 gone through with the family.")]
    public void A_card_says_the_reviewed_words(string sample, string words) =>
        Assert.Contains(words, CardTree.Said(CardTree.Draw(CardSamples.All[sample])), StringComparison.Ordinal);

    [Fact]
    public void The_police_are_asked_nothing_about_the_family_part()
    {
        var inputs = CardTree.Inputs(CardTree.Draw(CardSamples.All["prompt-police"])).Select(i => i["id"]!.GetValue<string>());
        Assert.Equal(["sentToChair", "sentOn", "hardToSay", "familyTold"], inputs);
    }

    [Fact]
    public void A_late_booking_is_never_called_overdue()
    {
        var said = CardTree.Said(CardTree.Draw(CardSamples.Prompt() with { LateBooked = true, Overdue = true }));
        Assert.DoesNotContain("was due", said, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_receipt_never_says_which_plan() =>
        Assert.All(
            new LocalProcedure().ChairPlans,
            plan => Assert.DoesNotContain(
                Words.For(CardTree.English)[$"Choice.chairPlans.{plan.Key}"],
                CardTree.Said(CardTree.Draw(CardSamples.All["receipt-safetyconcern-planned"])), StringComparison.Ordinal));

    [Theory]
    [InlineData("prompt-settled", "prep.correct")]
    [InlineData("alert-planned", "flag.correct")]
    [InlineData("support-planned", "flag.correct")]
    [InlineData("escalation-ask-taken-on", "escalation.correct")]
    [InlineData("escalation-ask-declined", "escalation.correct")]
    [InlineData("receipt-safetyconcern-sent", "flag.withdraw")]
    public void A_settled_card_can_be_corrected(string sample, string verb) =>
        Assert.Contains(verb, CardTree.Verbs(CardTree.Draw(CardSamples.All[sample])));

    [Theory]
    [InlineData("escalation-ask-not-mine")]
    [InlineData("receipt-safetyconcern-withdrawn")]
    [InlineData("support-expired")]
    [InlineData("alert-withdrawn")]
    [InlineData("put-away-cancelled")]
    public void A_card_with_nothing_to_do_offers_nothing(string sample) =>
        Assert.Empty(CardTree.Verbs(CardTree.Draw(CardSamples.All[sample])));

    [Fact]
    public void Typed_text_is_shown_as_it_stands_in_a_block_that_can_be_put_away()
    {
        var card = CardTree.Draw(CardSamples.All["alert-hostile-text"]);
        var runs = CardTree.OfType(card, "TextRun").Select(r => r["text"]!.GetValue<string>());
        Assert.Equal(
            [
                "**bold** [a link](https://example.org) <b>tag</b> `code`", "# heading", "1. one",
                "- twoesrever { {DATE(2026-05-14T10:00:00Z)}} ${card} \\_",
            ],
            runs);
        Assert.Contains("flag.hide", CardTree.Verbs(card));
        Assert.DoesNotContain("flag.show", CardTree.Verbs(card));
        Assert.DoesNotContain(CardTree.OfType(card, "TextBlock"), b => b["text"]!.GetValue<string>().Contains("bold", StringComparison.Ordinal));
    }

    [Fact]
    public void Typed_text_is_nowhere_unless_it_was_asked_for()
    {
        Assert.Empty(CardTree.OfType(CardTree.Draw(CardSamples.Alert()), "RichTextBlock"));
        Assert.Contains("flag.show", CardTree.Verbs(CardTree.Draw(CardSamples.Alert())));
        Assert.DoesNotContain("flag.show", CardTree.Verbs(CardTree.Draw(CardSamples.Alert() with { HasText = false })));
    }

    [Fact]
    public void Names_and_choices_from_the_settings_cannot_act_as_markdown()
    {
        char[] live = ['*', '_', '`', '~', '#', '[', ']', '<', '>', '\\', '\n', '\u202E'];
        var alert = CardSamples.Alert() with { FromAgency = CardSamples.Hostile };
        var choices = CardSamples.Prompt() with { Grounds = [new Choice("ours", CardSamples.Hostile)], DutyNumber = CardSamples.Hostile };
        var digest = new ChairDigestContent(CardSamples.Line, [new AgencyLine(CardSamples.Hostile, true, AgencyFamilyState.NotYet, false)], 0, 0, 1);
        foreach (var content in new CardContent[] { alert, choices, digest })
            Assert.Equal(-1, string.Join(' ', CardTree.Words(CardTree.Draw(content))).IndexOfAny(live));
    }

    [Fact]
    public void What_was_typed_before_a_refusal_goes_before_what_is_recorded()
    {
        var kept = ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["sentToChair"] = "false", ["sentOn"] = "2026-05-09", ["familyShared"] = "notYet", ["whyNotYet"] = "gone from the list",
            ["notSafe"] = "true", ["hardToSay"] = "ground:legalAdvice", ["sharedOn"] = "not a day",
        });
        var card = CardTree.Draw(CardSamples.Prompt() with
        {
            Chair = new ChairPart(CardSamples.At(12, 17), new DateOnly(2026, 5, 8)),
            Family = CardSamples.Family(FamilyAnswer.Some, new DateOnly(2026, 5, 10), "interpreter"),
            Refusal = new StaleCard(),
            Kept = kept,
        });
        Assert.Equal("false", CardTree.ValueOf(card, "sentToChair"));
        Assert.Equal("2026-05-09", CardTree.ValueOf(card, "sentOn"));
        Assert.Equal("notYet", CardTree.ValueOf(card, "familyShared"));
        Assert.Equal("interpreter", CardTree.ValueOf(card, "whyNotYet"));
        Assert.Equal("true", CardTree.ValueOf(card, "notSafe"));
        Assert.Equal("ground:legalAdvice", CardTree.ValueOf(card, "hardToSay"));
        Assert.Equal("2026-05-10", CardTree.ValueOf(card, "sharedOn"));
    }

    [Fact]
    public void Going_back_or_opening_something_else_is_not_held_up_by_an_empty_input()
    {
        var card = CardTree.Draw(CardSamples.FlagForm());
        Assert.Equal("None", CardTree.Action(card, "list.open")["associatedInputs"]!.GetValue<string>());
        Assert.Null(CardTree.Action(card, "flag.raise")["associatedInputs"]);
        Assert.True(CardTree.Input(card, "seen")["isRequired"]!.GetValue<bool>());
        Assert.True(CardTree.Input(card, "familyTold")["isRequired"]!.GetValue<bool>());
    }

    [Fact]
    public void Days_that_lie_ahead_cannot_be_chosen_for_what_has_happened()
    {
        var card = CardTree.Draw(CardSamples.Prompt());
        Assert.Equal("2026-05-11", CardTree.Input(card, "sentOn")["max"]!.GetValue<string>());
        Assert.Equal("2026-05-11", CardTree.Input(card, "sharedOn")["max"]!.GetValue<string>());
        Assert.Equal("2026-05-13", CardTree.Input(CardTree.Draw(CardSamples.Ask()), "actionBy")["min"]!.GetValue<string>());
    }

    [Fact]
    public void No_digest_of_paperwork_ever_says_that_all_is_well()
    {
        var green = new ChairDigestContent(
            CardSamples.Line, [new AgencyLine("Health visiting", true, AgencyFamilyState.GoneThrough, false)], 0, 0, 2);
        var card = CardTree.Draw(green);
        Assert.Contains("Paperwork, not safety", CardTree.Said(card), StringComparison.Ordinal);
        Assert.Contains("That does not mean there is nothing to know.", CardTree.Said(card), StringComparison.Ordinal);
        Assert.DoesNotContain(CardTree.Objects(card), o => o["color"] is JsonValue c && c.GetValue<string>() == "Good");
    }

    [Fact]
    public void Every_state_of_something_sent_is_said_on_the_prompt()
    {
        foreach (var kind in Enum.GetValues<FlagKind>())
        foreach (var state in Enum.GetValues<FlagState>())
        foreach (var replyBy in new DateTimeOffset?[] { null, CardSamples.At(13, 17), CardSamples.At(27, 17) })
        {
            var said = CardTree.Said(CardTree.Draw(CardSamples.Prompt() with { Sent = [new Sent(kind, state, CardSamples.At(11, 9), replyBy)] }));
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
            Assert.Equal(kind == FlagKind.SupportToShare, said.Contains("The chair has not been told.", StringComparison.Ordinal));
        }
    }
}
