using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Page;
using ConferenceBot.Tests.Cards;
using ConferenceBot.Tests.Conventions;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class GalleryTests
{
    private static readonly IReadOnlyList<JsonNode> Shown = [.. Gallery.Read(Gallery.Folder).Items("cards").OfType<JsonNode>()];

    [Fact]
    public void The_gallery_shows_every_sample_once_and_as_it_is_drawn()
    {
        Assert.Equal(CardSamples.All.Keys.Order(StringComparer.Ordinal), Shown.Select(card => card.Text("name")!).Order(StringComparer.Ordinal));
        Offences.None(Shown.Where(card => !JsonNode.DeepEquals(card.Object("card"), CardTree.Draw(CardSamples.All[card.Text("name")!])))
            .Select(card => card.Text("name")!));
    }

    [Fact]
    public void Every_card_has_a_title_in_plain_words_within_its_group()
    {
        Assert.DoesNotContain(Shown, card => card.Text("group") == "Others");
        Offences.None(Shown.GroupBy(card => (card.Text("group"), card.Text("title"))).Where(same => same.Count() > 1).Select(same => same.Key.ToString()!));
        Assert.All(Shown, card => Assert.Matches("^[A-Z].* ?", card.Text("title")!));
    }

    [Fact]
    public void A_sample_without_a_title_is_shown_under_its_own_name()
    {
        var folder = Directory.CreateTempSubdirectory("gallery");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "new-card.json"), """{"type":"AdaptiveCard"}""");
            File.WriteAllText(Path.Combine(folder.FullName, "titles.json"), """[{"group":"Help","cards":{"gone":"Gone"}}]""");
            var card = Assert.Single(Gallery.Read(folder.FullName).Items("cards"));
            Assert.Equal(("Others", "new-card", "new-card"), (card.Text("group"), card.Text("name"), card.Text("title")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
