using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The play of calendars and people on the real host, and that it says so when a part is broken from the start.</summary>
public sealed class CalendarPlayTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("connector", "NOT step 2 of")]
    [InlineData("graph", "NOT step 1 of")]
    [InlineData("clock", "ConferenceBot cannot start")]
    public async Task The_play_of_the_calendar_fails_and_says_where_when_a_part_is_broken(string part, string said)
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "calendar", "--disable", part);

        Assert.Equal(1, ended.Exit);
        Assert.DoesNotContain("steps observed", ended.Output);
        Assert.Contains(said, ended.Output + ended.Error);
    }

    [Fact]
    public async Task Every_case_of_calendars_and_people_ends_as_it_should()
    {
        var ended = await Programs.RunAsync(Programs.Sandbox, None, "--play", "calendar");

        Assert.True(ended.Exit == 0, ended.Output + ended.Error);
        Assert.Contains($"All {CalendarPlay.Steps.Count} steps observed", ended.Output);
    }

    [Fact]
    public void The_play_has_a_step_for_every_fault_of_a_calendar_and_of_the_directory()
    {
        string[] Modes(string part) => [.. FaultCatalogue.All.Single(one => one.Part == part).Modes.Skip(1).Select(mode => mode.Mode)];

        Assert.Equal(Modes("mailbox").Order(), CalendarFaults.MailboxModes.Order());
        Assert.Equal(Modes("directory").Order(), CalendarFaults.DirectoryModes.Order());
    }
}
