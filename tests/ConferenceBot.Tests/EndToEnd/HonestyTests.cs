using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The play says that all was well only when it was.</summary>
public sealed class HonestyTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("connector", "NOT step")]
    [InlineData("graph", "NOT step")]
    [InlineData("clock", "ConferenceBot cannot start")]
    public async Task The_play_fails_and_says_where_when_a_part_is_broken(string part, string said)
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "main-job", "--disable", part);

        Assert.Equal(1, ended.Exit);
        Assert.DoesNotContain("steps observed", ended.Output);
        Assert.Contains(said, ended.Output + ended.Error);
    }

    [Fact]
    public async Task The_play_succeeds_when_everything_works()
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "main-job");

        Assert.True(ended.Exit == 0, ended.Output + ended.Error);
        Assert.Contains("All 23 steps observed", ended.Output);
    }
}
