using ConferenceBot.Cards;
using ConferenceBot.Testing;
using Xunit;

namespace ConferenceBot.Tests.Cards;

public sealed class CardGoldenTests
{
    [Fact]
    public void Every_card_in_every_state_is_drawn_as_its_golden_file_says()
    {
        var differences = CardSamples.All.Select(s => Golden.JsonDifference($"{s.Key}.json", CardTree.Draw(s.Value)));
        Assert.Empty(differences.OfType<string>());
    }

    [Fact]
    public void There_is_no_golden_file_without_a_sample() =>
        Assert.Equal([.. CardSamples.All.Keys.Select(k => $"{k}.json").Append("summaries.txt").Order(StringComparer.Ordinal)], Golden.Names());

    [Fact]
    public void Every_toast_line_is_as_its_golden_file_says()
    {
        var lines = CardSamples.All.Select(s => $"{s.Key}: {CardDrawer.Draw(s.Value, CardSamples.Stamp, CardTree.English).Summary}");
        Assert.Null(Golden.Difference("summaries.txt", string.Join("\n", lines)));
    }

    /// <summary>The whole catalogue as files for the official renderer, when <c>CARDS_OUT</c> names a folder.</summary>
    [Fact]
    public void The_catalogue_can_be_written_to_a_folder()
    {
        var folder = Environment.GetEnvironmentVariable("CARDS_OUT");
        var scratch = string.IsNullOrEmpty(folder);
        var target = scratch ? Directory.CreateTempSubdirectory("cards").FullName : Directory.CreateDirectory(folder!).FullName;
        try
        {
            foreach (var (name, content) in CardSamples.All)
                File.WriteAllText(Path.Combine(target, $"{name}.json"), Golden.Readable(CardTree.Draw(content)));
            Assert.Subset(
                Directory.EnumerateFiles(target).Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet(), CardSamples.All.Keys.ToHashSet());
        }
        finally
        {
            if (scratch) Directory.Delete(target, recursive: true);
        }
    }
}
