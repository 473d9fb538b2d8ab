using System.Text.Json;
using ConferenceBot.Cards;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Cards;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>
/// Every kind of card at its largest, as the activity that would be sent: under 28 KB with the texts a procedure allows as shipped, and
/// under 80 KB with the longest that any council may allow, full of characters that grow when they are written as JSON.
/// </summary>
public sealed class CardBudgetTests
{
    /// <summary>The longest a council may allow (the procedure's own check), and the longest input that is kept after a refusal.</summary>
    private const int LongestText = 2_000;

    public static TheoryData<string> Names => [.. CardSamples.All.Keys];

    [Fact]
    public void Every_kind_of_card_is_weighed()
    {
        var kinds = typeof(CardContent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CardContent)));
        Assert.Empty(kinds.Except(CardSamples.All.Values.Select(content => content.GetType())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_the_shipped_limits_the_largest_card_stays_under_28_KB(string name)
    {
        foreach (var fill in new[] { "ŵ", "a\n" })
        {
            var largest = new LargestCards(CardSamples.Procedure.TextLimit, CardSamples.Procedure.TextLimit, fill).Of(CardSamples.All[name]);
            Assert.All(Sizes(largest), size => Assert.InRange(size, 1, ActivitySize.SoftLimit));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_the_longest_texts_of_any_council_and_the_worst_characters_it_stays_under_80_KB(string name)
    {
        foreach (var fill in new[] { "\"", "*", "\n", "a\n", "\\", "<" })
        {
            var largest = new LargestCards(LongestText, ReplyReader.InputLimit, fill).Of(CardSamples.All[name]);
            Assert.All(Sizes(largest), size => Assert.InRange(size, 1, ActivitySize.HardLimit));
        }
    }

    [Fact]
    public void A_text_of_very_many_lines_loses_none_of_its_words()
    {
        var words = Enumerable.Range(1, 300).Select(i => $"word{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}").ToList();
        var lines = PlainText.Lines(string.Join("\n\n", words));
        Assert.InRange(lines.Count, 2, 30);
        Assert.Equal(words, string.Join(" / ", lines).Split(" / "));
    }

    private static IEnumerable<int> Sizes(CardContent content) => new[] { CardTree.English, CardTree.Welsh }.Select(culture =>
    {
        var drawn = CardDrawer.Draw(content, CardSamples.Stamp, culture);
        var activity = new Activity { Type = ActivityTypes.Message, Summary = drawn.Summary, Attachments = [Attachment.AdaptiveCard(drawn.Card)] };
        return ActivitySize.Of(JsonSerializer.SerializeToUtf8Bytes(activity, TeamsJson.Wire.Activity));
    });
}
