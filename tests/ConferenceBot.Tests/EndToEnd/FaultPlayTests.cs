using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The play of the faults on the real host, and that it says so when a part is broken from the start.</summary>
public sealed class FaultPlayTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("connector", "NOT step 1")]
    [InlineData("graph", "NOT step 1")]
    [InlineData("clock", "ConferenceBot cannot start")]
    public async Task The_play_of_the_faults_fails_and_says_where_when_a_part_is_broken(string part, string said)
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "faults", "--disable", part);

        Assert.Equal(1, ended.Exit);
        Assert.Contains(said, ended.Output + ended.Error);
    }

    [Fact]
    public async Task Every_fault_is_got_over()
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "faults");

        Assert.True(ended.Exit == 0, ended.Output + ended.Error);
        Assert.Contains($"All {FaultsPlay.Steps.Count} steps observed", ended.Output);
    }

    [Fact]
    public void The_play_has_a_step_for_every_fault_of_Graph_and_of_Teams()
    {
        string[] graph = [.. ConferenceBot.Sandbox.Faults.FaultCatalogue.All.Single(part => part.Part == "graph").Modes.Skip(1).Select(mode => mode.Mode)];
        string[] teams = [.. ConferenceBot.Sandbox.Faults.FaultCatalogue.All.Single(part => part.Part == "connector").Modes.Skip(1).Select(mode => mode.Mode)];

        Assert.Equal(graph.Order(), FaultsOfGraph.Modes.Order());
        Assert.Equal(teams.Except(["late"]).Order(), FaultsOfTeams.Modes.Order());
    }
}
