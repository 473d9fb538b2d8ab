using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class PlayTests(TenantFixture tenant) : IClassFixture<TenantFixture>
{
    [Fact]
    public async Task A_play_names_each_step_with_what_was_observed()
    {
        using var output = new StringWriter();
        var done = await PlayRunner.RunAsync([new("It rains", _ => Task.FromResult("activity 1712"))], Stage(), output);

        Assert.True(done);
        Assert.StartsWith("ok  step 1 of 1: It rains (activity 1712)", output.ToString());
    }

    [Fact]
    public async Task A_play_ends_at_the_first_step_that_was_not_observed_and_says_what_was()
    {
        using var output = new StringWriter();
        var done = await PlayRunner.RunAsync(
            [new("It rains", _ => throw new NotObservedException("sunshine")), new("It pours", _ => Task.FromResult("never"))], Stage(), output);

        Assert.False(done);
        Assert.Contains("NOT step 1 of 2: It rains", output.ToString());
        Assert.Contains("sunshine", output.ToString());
        Assert.DoesNotContain("It pours", output.ToString());
    }

    [Fact]
    public async Task A_step_that_the_calendar_does_not_allow_is_skipped_aloud_and_the_play_goes_on()
    {
        using var output = new StringWriter();
        var done = await PlayRunner.RunAsync(
            [new("It rains", _ => throw new SkippedException("there is no sky")), new("It pours", _ => Task.FromResult("activity 1"))], Stage(), output);

        Assert.True(done);
        Assert.Contains("skipped step 1 of 2: It rains: there is no sky", output.ToString());
        Assert.Contains("1 of 2 steps observed, 1 skipped", output.ToString());
    }

    [Fact]
    public async Task A_step_that_follows_a_skipped_one_is_skipped_too()
    {
        using var output = new StringWriter();
        var done = await PlayRunner.RunAsync([new("It rains", stage => Task.FromResult(stage.Kept("cloud")))], Stage(), output);

        Assert.True(done);
        Assert.Contains("the step it follows was skipped", output.ToString());
    }

    [Fact]
    public void Further_agencies_are_taken_from_the_command_line()
    {
        var read = SandboxArguments.Read(["--ics", "own.ics", "--agency", "charity.example=housing", "--agency", "@trust.example=school-nursing"], out _)!;

        Assert.Equal("housing", read.ToOptions(_ => { }).Agencies["CHARITY.example"]);
        Assert.Equal("school-nursing", read.ToOptions(_ => { }).Agencies["trust.example"]);
    }

    [Theory]
    [InlineData("--agency", "housing")]
    [InlineData("--agency", "charity.example=")]
    [InlineData("--bogus", "1")]
    [InlineData("--port", "70000")]
    [InlineData("--play", "nothing")]
    [InlineData("--disable", "gravity")]
    [InlineData("--start", "tomorrow")]
    [InlineData("--data", null)]
    [InlineData("--agency", "charity.example=housing")]
    [InlineData("--pictures", "somewhere")]
    public void A_wrong_option_is_refused_with_a_sentence(string name, string? value)
    {
        string[] args = value is null ? [name] : [name, value];

        Assert.Null(SandboxArguments.Read(args, out var wrong));
        Assert.NotEmpty(wrong);
    }

    [Fact]
    public void The_play_of_the_calendar_begins_after_the_sample_reads_two_calendars_and_takes_no_file()
    {
        var options = SandboxArguments.Read(["--play", "calendar"], out _)!.ToOptions(_ => { });

        Assert.Equal(("2026-09-07T07:00:00Z", CalendarScene.East), (Iso.Write(options.Start!.Value), Assert.Single(options.AlsoRead)));
        Assert.Empty(SandboxArguments.Read(["--play", "main-job"], out _)!.ToOptions(_ => { }).AlsoRead);
        Assert.Null(SandboxArguments.Read(["--play", "calendar", "--ics", "own.ics"], out var wrong));
        Assert.Contains("--ics", wrong);
    }

    [Fact]
    public void What_does_not_go_together_is_refused_and_help_is_no_mistake()
    {
        Assert.Null(SandboxArguments.Read(["--play", "main-job", "--no-host"], out var wrong));
        Assert.Contains("--no-host", wrong);
        Assert.Null(SandboxArguments.Read(["--help"], out wrong));
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_play_in_a_folder_of_an_earlier_run_is_refused_and_a_folder_that_cannot_be_written_is_one_clear_line()
    {
        var folder = Directory.CreateTempSubdirectory("play-").FullName;
        var file = Path.Combine(folder, "conferencebot.db");
        await File.WriteAllTextAsync(file, "");

        Assert.Null(SandboxArguments.Read(["--play", "main-job", "--data", folder], out var wrong));
        Assert.Contains("earlier run", wrong);
        var error = await Assert.ThrowsAsync<SandboxStartException>(() => SandboxServer.StartAsync(new SandboxOptions { StartHost = false, DataFolder = file }));
        Assert.Contains("nothing can be written", error.Message);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_busy_port_is_one_clear_line()
    {
        var options = new SandboxOptions { StartHost = false, Port = tenant.Sandbox.Address.Port };
        var error = await Assert.ThrowsAsync<SandboxStartException>(() => SandboxServer.StartAsync(options));

        Assert.Contains("is busy", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    private Stage Stage() => new(tenant.Sandbox, TimeProvider.System, CancellationToken.None);
}
