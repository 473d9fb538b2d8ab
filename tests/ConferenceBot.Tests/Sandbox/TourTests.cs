using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Plays;
using ConferenceBot.Tests.EndToEnd;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>The guided story through the real page, by the program itself.</summary>
public sealed class TourTests : IDisposable
{
    private static readonly Dictionary<string, string> None = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tour");

    [Fact]
    public async Task The_tour_says_what_it_saw_at_each_step_and_keeps_its_pictures()
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "tour", "--pictures", _folder.FullName);

        Assert.True(ended.Exit == 0, ended.Output + ended.Error);
        for (var step = 1; step <= 6; step++)
            Assert.Matches($@"(?m)^ok  step {step} of 6: .+ \((message \d+ in the chat of .+|\d+ conferences read: .+); \d+\.\d s\)\r?$", ended.Output);
        Assert.Contains($"Pictures are in {_folder.FullName}", ended.Output);
        var pictures = _folder.EnumerateFiles("*.png").ToDictionary(file => file.Name, file => file.Length);
        string[] expected = ["step-1", "step-2", "step-3", "step-4", "step-5", "step-6", "step-end", "page-light", "page-dark", "page-contrast", "phone-light", "phone-dark", "gallery"];
        Assert.Equal(expected.Select(name => name + ".png").Order(), pictures.Keys.Order());
        Assert.All(pictures.Values, length => Assert.True(length > 10_000));
    }

    [Fact]
    public async Task The_tour_fails_and_says_where_when_nothing_reaches_Teams()
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "tour", "--pictures", _folder.FullName, "--disable", "connector");

        Assert.Equal(1, ended.Exit);
        Assert.Contains("NOT step 2 of 6: Somebody is asked", ended.Output);
        Assert.DoesNotContain("whole tour was observed", ended.Output);
    }

    [Fact]
    public async Task The_tour_says_so_when_there_is_no_browser()
    {
        var ended = await Programs.RunAsync(
            Programs.Sandbox, new Dictionary<string, string> { ["CHROMIUM"] = "/no/such/browser" }, "--play", "tour", "--pictures", _folder.FullName, "--no-host");

        Assert.Equal(1, ended.Exit);
        Assert.Contains("needs Chromium, and /no/such/browser is not there", ended.Output);
    }

    [Fact]
    public void The_script_is_found_in_the_project_and_beside_the_program()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "web"));
        var beside = Path.Combine(_folder.FullName, "web", "tour.mjs");
        Assert.Null(Tour.Find(_folder.FullName));
        File.WriteAllText(beside, "");
        Assert.Equal(beside, Tour.Find(_folder.FullName));
        Assert.EndsWith(Path.Combine("bot", "ConferenceBot.Sandbox", "web", "tour.mjs"), Tour.Find(AppContext.BaseDirectory), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tour")]
    [InlineData("pictures")]
    public void Both_are_plays_of_the_command_line(string play)
    {
        var read = SandboxArguments.Read(["--play", play, "--pictures", "here"], out _)!;
        Assert.Equal((play, "here"), (read.Play, read.Pictures));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
