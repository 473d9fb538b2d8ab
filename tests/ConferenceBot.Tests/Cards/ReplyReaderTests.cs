using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Cards;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Replies;
using CsCheck;
using Xunit;

namespace ConferenceBot.Tests.Cards;

public sealed class ReplyReaderTests
{
    [Fact]
    public void An_answer_is_read_from_the_prompt_card()
    {
        var reply = Assert.IsType<AnswerReport>(Read("prep.answer", new()
        {
            ["sentToChair"] = "true", ["sentOn"] = "2026-05-08", ["familyShared"] = "some", ["sharedOn"] = "2026-05-10",
            ["whyNotYet"] = "interpreter", ["notSafe"] = "false", ["hardToSay"] = "ground:thirdParty", ["familyTold"] = "willTell",
        }));
        Assert.Equal(CardSamples.Stamp, reply.Card);
        Assert.Equal(
            new ReportAnswer(
                new DateOnly(2026, 5, 8), FamilyAnswer.Some, new DateOnly(2026, 5, 10), "interpreter", false,
                new HardToSay.Ground("thirdParty"), FamilyTold.WillTell),
            reply.Answer);
        Assert.Equal("2026-05-08", reply.Typed["sentOn"]);
        Assert.DoesNotContain("k", reply.Typed.Keys);
    }

    [Fact]
    public void What_an_administrator_says_of_an_attendee_is_read_without_a_name()
    {
        Assert.Equal("health", Assert.IsType<ConfirmProfessional>(Read("people.as", new() { ["agency"] = "health" })).Agency);
        Assert.Null(Assert.IsType<ConfirmProfessional>(Read("people.professional", new() { ["agency"] = "health" })).Agency);
        Assert.IsType<SayNotHere>(Read("people.notHere", new()));
        Assert.IsType<TakeVerdictBack>(Read("people.change", new()));
        Assert.IsType<ShowWho>(Read("people.show", new()));
        Assert.IsType<HideText>(Read("people.hide", new()));
        Assert.IsType<LookAtPeopleAgain>(Read("people.again", new()));
        Assert.Equal(8, Assert.IsType<ShowPeoplePage>(Read("people.page", new() { ["rows"] = "8" })).First);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("99999999999")]
    [InlineData("first")]
    public void A_page_that_is_no_number_cannot_be_read(string rows) => Assert.False(ReplyReader.TryRead(
        "people.page", JsonSerializer.SerializeToElement(new { k = CardSamples.Stamp.Id.ToString("N"), v = 3, rows }), out _));

    [Fact]
    public void Dates_beside_not_sent_and_not_yet_are_ignored()
    {
        var reply = Assert.IsType<AnswerReport>(Read("prep.answer", new()
        {
            ["sentToChair"] = "false", ["sentOn"] = "2026-05-08", ["familyShared"] = "notYet", ["sharedOn"] = "nonsense",
            ["whyNotYet"] = "notReached", ["notSafe"] = "true", ["hardToSay"] = "support",
        }));
        Assert.Equal(
            new ReportAnswer(null, FamilyAnswer.NotYet, null, "notReached", true, new HardToSay.Support(), null), reply.Answer);
    }

    [Fact]
    public void A_reason_beside_all_is_ignored_and_an_empty_card_is_an_empty_answer()
    {
        Assert.Null(Assert.IsType<AnswerReport>(Read("prep.answer", new() { ["familyShared"] = "all", ["whyNotYet"] = "jointly" })).Answer.WhyNotYet);
        Assert.Equal(
            new ReportAnswer(null, FamilyAnswer.NotAnswered, null, null, false, new HardToSay.Nothing(), null),
            Assert.IsType<AnswerReport>(Read("prep.answer", new())).Answer);
    }

    [Fact]
    public void The_forms_are_read_with_what_was_typed_trimmed()
    {
        var flag = Assert.IsType<RaiseFlag>(Read("flag.raise", new()
        {
            ["indicators"] = "threat,violence,threat,", ["seen"] = "  At the gate.\n", ["familyTold"] = "notSafeToTell",
        }));
        Assert.Equal(["threat", "violence"], flag.Indicators);
        Assert.Equal(("At the gate.", "", FamilyTold.NotSafeToTell), (flag.Seen, flag.ParentView, flag.Told));
        Assert.Equal("  At the gate.\n", flag.Typed["seen"]);

        var raised = Assert.IsType<RaiseEscalation>(Read("escalation.raise", new() { ["conference"] = "a1", ["reason"] = "safety" }));
        Assert.Equal(("a1", "safety", "", ""), (raised.Conference, raised.Reason, raised.Tried, raised.Wanted));
        Assert.Equal(["seating", "breaks"], Assert.IsType<PlanFlag>(Read("flag.plan", new() { ["plan"] = "seating,breaks" })).Plans);
        Assert.Equal("No.", Assert.IsType<DeclineEscalation>(Read("escalation.decline", new() { ["reason"] = " No. " })).Reason);
        Assert.Equal(
            new DateOnly(2026, 5, 20), Assert.IsType<TakeEscalationOn>(Read("escalation.takeOn", new() { ["actionBy"] = "2026-05-20" })).ActionBy);
        Assert.Null(Assert.IsType<TakeEscalationOn>(Read("escalation.takeOn", new())).ActionBy);
    }

    [Theory]
    [InlineData("prep.correct", typeof(CorrectReport))]
    [InlineData("prep.open", typeof(OpenItem))]
    [InlineData("list.open", typeof(Back))]
    [InlineData("flag.open", typeof(OpenFlagForm))]
    [InlineData("flag.read", typeof(ReadFlag))]
    [InlineData("flag.show", typeof(ShowText))]
    [InlineData("flag.hide", typeof(HideText))]
    [InlineData("flag.correct", typeof(CorrectPlan))]
    [InlineData("flag.withdraw", typeof(WithdrawFlag))]
    [InlineData("support.read", typeof(TakeSupportOn))]
    [InlineData("escalation.correct", typeof(CorrectDecision))]
    [InlineData("escalation.next", typeof(GoToNextStage))]
    [InlineData("escalation.show", typeof(ShowText))]
    [InlineData("escalation.hide", typeof(HideText))]
    public void A_button_without_inputs_is_read_by_its_verb(string verb, Type reply) => Assert.IsType(reply, Read(verb, new()));

    [Theory]
    [InlineData("prep.answer", "sentToChair", "true")]
    [InlineData("prep.answer", "familyShared", "perhaps")]
    [InlineData("prep.answer", "hardToSay", "ground:")]
    [InlineData("prep.answer", "hardToSay", "exciting")]
    [InlineData("prep.answer", "familyTold", "maybe")]
    [InlineData("flag.raise", "familyTold", "maybe")]
    [InlineData("escalation.takeOn", "actionBy", "2026-02-30")]
    [InlineData("escalation.takeOn", "actionBy", "tomorrow")]
    [InlineData("flag.exclude", "seen", "x")]
    [InlineData("", "seen", "x")]
    public void What_cannot_be_read_is_no(string verb, string input, string value) => Assert.Null(Read(verb, new() { [input] = value }));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"k\"")]
    [InlineData("{\"k\":\"5b1f8c1e2f5d4c6e9a770d3f6c1b2a90\"}")]
    [InlineData("{\"v\":1}")]
    [InlineData("{\"k\":\"5b1f8c1e-2f5d-4c6e-9a77-0d3f6c1b2a90\",\"v\":1}")]
    [InlineData("{\"k\":\"00000000000000000000000000000000\",\"v\":1}")]
    [InlineData("{\"k\":\"5b1f8c1e2f5d4c6e9a770d3f6c1b2a90\",\"v\":0}")]
    [InlineData("{\"k\":\"5b1f8c1e2f5d4c6e9a770d3f6c1b2a90\",\"v\":-1}")]
    [InlineData("{\"k\":\"5b1f8c1e2f5d4c6e9a770d3f6c1b2a90\",\"v\":1.5}")]
    [InlineData("{\"k\":\"5b1f8c1e2f5d4c6e9a770d3f6c1b2a90\",\"v\":99999999999}")]
    [InlineData("{\"k\":\"5b1f8c1e2f5d4c6e9a770d3f6c1b2a90\",\"v\":{}}")]
    [InlineData("{\"k\":[1],\"v\":1}")]
    [InlineData("{\"k\":\"\\uD800\",\"v\":1}")]
    public void Data_without_a_card_and_a_version_is_no(string json) =>
        Assert.False(ReplyReader.TryRead("prep.correct", JsonElement.Parse(json), out _));

    [Fact]
    public void No_data_at_all_is_no() => Assert.False(ReplyReader.TryRead("prep.correct", default, out _));

    [Fact]
    public void Inputs_that_are_not_text_or_not_Unicode_are_left_out_and_more_members_do_no_harm()
    {
        var json = """{"k":"5b1f8c1e2f5d4c6e9a770d3f6c1b2a90","v":"3","verb":"x","notSafe":true,"n":7,"o":{},"a":[],"z":null,"seen":"\uD800","\uDC00":"x"}""";
        Assert.True(ReplyReader.TryRead("prep.answer", JsonElement.Parse(json), out var reply));
        Assert.Equal(["n", "notSafe"], reply.Typed.Keys.Order(StringComparer.Ordinal));
        Assert.True(Assert.IsType<AnswerReport>(reply).Answer.NotSafeWithSomeone);
    }

    [Fact]
    public void A_long_input_is_cut_and_never_within_a_character()
    {
        var text = new string('a', ReplyReader.InputLimit - 1) + "\U0001F600 and more";
        var reply = Assert.IsType<RaiseFlag>(Read("flag.raise", new() { ["seen"] = text }));
        Assert.Equal(new string('a', ReplyReader.InputLimit - 1), reply.Seen);
        Assert.Equal(40, Read("flag.read", Enumerable.Range(0, 500).ToDictionary(i => $"i{i}", _ => "x"))!.Typed.Count);
    }

    [Fact]
    public void What_a_card_sends_untouched_is_read_back()
    {
        foreach (var content in CardSamples.All.Values)
        {
            var card = CardTree.Draw(content);
            var inputs = CardTree.Inputs(card).ToDictionary(i => i["id"]!.GetValue<string>(), i => i["value"]?.GetValue<string>() ?? "");
            foreach (var verb in CardTree.Verbs(card))
            {
                var reply = Read(verb, inputs);
                Assert.NotNull(reply);
                Assert.Equal(inputs, reply.Typed);
            }
        }
    }

    [Fact]
    public void Nothing_that_anyone_can_send_throws()
    {
        var ids = typeof(InputIds).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToArray();
        var verbs = typeof(Verbs).GetFields().Select(f => (string)f.GetRawConstantValue()!).Append("").Append("no.such").ToArray();
        var text = Gen.OneOf(
            Gen.String, Gen.OneOf("true", "false", "all", "some", "notYet", "support", "ground:x", "ground:", "2026-05-11", "2026-13-01", ",,,", "told"));
        var value = Gen.OneOf<JsonNode?>(
            text.Select(t => (JsonNode?)JsonValue.Create(t)), Gen.Int.Select(i => (JsonNode?)JsonValue.Create(i)),
            Gen.Double[-1e300, 1e300].Select(d => (JsonNode?)JsonValue.Create(d)), Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b)),
            Gen.Const((JsonNode?)null), Gen.Int[0, 3].Select(n => (JsonNode?)new JsonArray([.. Enumerable.Repeat(0, n).Select(_ => (JsonNode?)JsonValue.Create("x"))])));
        var members = Gen.Select(Gen.OneOf(Gen.OneOf(ids), Gen.String), value).Array[0, 12];
        Gen.Select(Gen.OneOf(verbs), members, Gen.Bool).Sample((verb, sent, stamped) =>
        {
            var data = new JsonObject();
            foreach ((string name, JsonNode? content) in sent) data[name] = content?.DeepClone();
            if (stamped)
            {
                data["k"] = CardSamples.Stamp.Id.ToString("N");
                data["v"] = CardSamples.Stamp.Version;
            }

            var read = ReplyReader.TryRead(verb, JsonElement.Parse(data.ToJsonString()), out var reply);
            return read == (reply is not null) && (reply is null || reply.Typed.Values.All(v => v.Length <= ReplyReader.InputLimit));
        }, iter: 5_000);
    }

    private static Reply? Read(string verb, Dictionary<string, string> inputs)
    {
        var data = new JsonObject { ["k"] = CardSamples.Stamp.Id.ToString("N"), ["v"] = CardSamples.Stamp.Version };
        foreach (var (id, value) in inputs) data[id] = value;
        return ReplyReader.TryRead(verb, JsonElement.Parse(data.ToJsonString()), out var reply) ? reply : null;
    }
}
