namespace ConferenceBot.Sandbox.Plays;

/// <summary>Plays a story step by step and says what was observed.</summary>
internal static class PlayRunner
{
    private static readonly Dictionary<string, IReadOnlyList<PlayStep>> Plays = new()
    {
        ["main-job"] = MainJob.Steps,
        ["faults"] = FaultsPlay.Steps,
        ["calendar"] = CalendarPlay.Steps,
    };

    public static IReadOnlyCollection<string> Names => Plays.Keys;

    /// <returns>True when every step that the calendar allows was observed; the first that was not ends the play.</returns>
    public static async Task<bool> RunAsync(string name, SandboxServer sandbox, TextWriter output, CancellationToken cancellationToken) =>
        await RunAsync(Plays[name], new Stage(sandbox, TimeProvider.System, cancellationToken), output);

    public static async Task<bool> RunAsync(IReadOnlyList<PlayStep> steps, Stage stage, TextWriter output)
    {
        var started = TimeProvider.System.GetTimestamp();
        var skipped = 0;
        foreach (var (number, step) in steps.Index())
        {
            var named = $"step {number + 1} of {steps.Count}: {step.On(stage.Sandbox.Services.Tenant.Source)}";
            try
            {
                var seen = await step.Act(stage);
                await output.WriteLineAsync($"ok  {named} ({seen})");
            }
            catch (SkippedException why)
            {
                skipped++;
                await output.WriteLineAsync($"skipped {named}: {why.Message}");
            }
            catch (Exception error) when (error
                is NotObservedException or HttpRequestException or TaskCanceledException or InvalidOperationException)
            {
                await output.WriteLineAsync($"NOT {named}");
                await output.WriteLineAsync($"    seen: {error.Message}");
                return false;
            }
        }
        var took = TimeProvider.System.GetElapsedTime(started);
        var what = skipped == 0 ? $"All {steps.Count} steps observed" : $"{steps.Count - skipped} of {steps.Count} steps observed, {skipped} skipped,";
        await output.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} in {took.TotalSeconds:0.0} s."));
        return true;
    }
}
