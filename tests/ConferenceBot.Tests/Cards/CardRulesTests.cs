using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ConferenceBot.Cards;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices.Contents;
using Xunit;

namespace ConferenceBot.Tests.Cards;

/// <summary>What holds for every card, whatever it says.</summary>
public sealed class CardRulesTests
{
    public static TheoryData<string> Names => [.. CardSamples.All.Keys];

    private static readonly string[] NotOverAShoulder =
    [
        "KT-482", "BR-739", "conference", "child", "protection", "family", "parent", "safety", "concern", "review", "ICPC", "RCPC",
    ];

    private static readonly string[] NeverSaid =
    [
        "hostile", "non-complian", "noncomplian", "disguised", "manipulative", "exclude", "exclusion", "uninvite", "register",
        "case conference", "hearing", "trial", "client", "service user", "perpetrator", "failed to engage", "difficult family", "score",
        "professionals-only", "professionals only", "neglect", "abused", "mother", "father", "consent",
    ];

    [Theory, MemberData(nameof(Names))]
    public void The_first_block_and_the_toast_could_be_read_over_a_shoulder(string name)
    {
        var drawn = CardDrawer.Draw(CardSamples.All[name], CardSamples.Stamp, CardTree.English);
        var body = drawn.Card["body"]!.AsArray();
        Assert.Equal("TextBlock", body[0]!["type"]!.GetValue<string>());
        Assert.Equal("Heading", body[0]!["style"]!.GetValue<string>());
        foreach (var line in new[] { CardTree.First(drawn.Card), drawn.Card["fallbackText"]!.GetValue<string>(), drawn.Summary })
        {
            Assert.NotEmpty(line);
            Assert.All(NotOverAShoulder, word => Assert.DoesNotContain(word, line, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_card_carries_an_id_and_a_version_and_nothing_else(string name)
    {
        var card = CardTree.Draw(CardSamples.All[name]);
        foreach (var action in CardTree.OfType(card, "Action.Execute"))
        {
            Assert.Equal(["k", "v"], Keys(action["data"]!));
            Assert.Matches("^[0-9a-f]{32}$", action["data"]!["k"]!.GetValue<string>());
            var fallback = action["fallback"]!.AsObject();
            Assert.Equal("Action.Submit", CardTree.TypeOf(fallback));
            Assert.Equal(["k", "v", "verb"], Keys(fallback["data"]!));
            Assert.Equal(action["verb"]!.GetValue<string>(), fallback["data"]!["verb"]!.GetValue<string>());
            Assert.Equal(action["data"]!["k"]!.GetValue<string>(), fallback["data"]!["k"]!.GetValue<string>());
        }

        Assert.All(
            CardTree.OfType(card, "Action.OpenUrl"),
            a => Assert.Matches("^https://outlook\\.office\\.com/calendar/view/day/2026/5/\\d+$", a["url"]!.GetValue<string>()));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_card_is_version_1_5_says_its_language_and_labels_every_input(string name)
    {
        var card = CardTree.Draw(CardSamples.All[name]);
        Assert.Equal("AdaptiveCard", card["type"]!.GetValue<string>());
        Assert.Equal("1.5", card["version"]!.GetValue<string>());
        Assert.Equal("en", card["lang"]!.GetValue<string>());
        var inputs = CardTree.Inputs(card).ToList();
        Assert.All(inputs, i => Assert.False(string.IsNullOrWhiteSpace(i["label"]?.GetValue<string>())));
        Assert.All(inputs.Where(i => i["isRequired"] is not null), i => Assert.NotNull(i["errorMessage"]));
        Assert.Equal(inputs.Count, inputs.Select(i => i["id"]!.GetValue<string>()).Distinct().Count());
    }

    [Theory, MemberData(nameof(Names))]
    public void A_person_sees_at_most_six_buttons_in_one_place_and_each_says_something_else(string name)
    {
        var card = CardTree.Draw(CardSamples.All[name]);
        foreach (var set in CardTree.OfType(card, "ActionSet"))
        {
            var titles = set["actions"]!.AsArray().Select(a => a!["title"]!.GetValue<string>()).ToList();
            Assert.InRange(titles.Count, 1, 6);
            Assert.Equal(titles.Count, titles.Distinct().Count());
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_card_never_uses_words_that_label_or_that_take_a_family_out(string name)
    {
        var said = CardTree.Said(CardTree.Draw(CardSamples.All[name]));
        Assert.All(NeverSaid, word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_card_stays_well_within_what_Teams_takes(string name) =>
        Assert.InRange(2 * CardTree.Draw(CardSamples.All[name]).ToJsonString().Length, 1, 28_000);

    [Theory, MemberData(nameof(Names))]
    public void A_refusal_is_said_on_any_card_right_under_the_first_block(string name)
    {
        var body = CardTree.Draw(CardSamples.All[name] with { Refusal = new NotAllowed() })["body"]!.AsArray();
        Assert.Equal("Attention", body[1]!["style"]!.GetValue<string>());
        Assert.Contains("Nothing was changed", body[1]!["items"]![0]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_content_has_a_sample_and_a_card()
    {
        var contents = typeof(CardContent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CardContent)) && !t.IsAbstract);
        Assert.Empty(contents.Except(CardSamples.All.Values.Select(c => c.GetType())));
    }

    [Fact]
    public void Every_verb_that_a_card_offers_can_be_read()
    {
        var verbs = CardSamples.All.Values.SelectMany(c => CardTree.Verbs(CardTree.Draw(c))).Distinct().ToList();
        var all = typeof(Verbs).GetFields().Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(all.Order(StringComparer.Ordinal), verbs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_facts_give_the_same_card() =>
        Assert.All(CardSamples.All.Values, c => Assert.True(JsonNode.DeepEquals(CardTree.Draw(c), CardTree.Draw(c))));

    [Fact]
    public void An_item_of_a_list_carries_its_own_stamp()
    {
        var mine = new CardStamp(new Guid("11111111-2222-3333-4444-555555555555"), 9);
        var item = new ListItem(mine, CardSamples.Line, ListState.ToDo, CardSamples.At(12, 17));
        var data = CardTree.Action(CardTree.Draw(new DigestContent([item])), "prep.open")["data"]!;
        Assert.Equal("11111111222233334444555555555555", data["k"]!.GetValue<string>());
        Assert.Equal(9, data["v"]!.GetValue<int>());
    }

    private static ImmutableArray<string> Keys(JsonNode data) => [.. data.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal)];
}
