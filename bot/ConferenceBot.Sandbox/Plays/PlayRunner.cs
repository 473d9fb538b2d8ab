namespace ConferenceBot.Sandbox.Plays;

/// <summary>Plays a story step by step and says what was observed.</summary>
internal static class PlayRunner
{
    private static readonly Dictionary<string, IReadOnlyList<PlayStep>> Plays = new()
    {
        ["main-job"] = MainJob.Steps,
        ["faults"] = FaultsPlay.Steps,
    };

    public static IReadOnlyCollection<string> Names => Plays.Keys;

    /// <returns>True when every step was observed; the first that was not ends the play.</returns>
    public static async Task<bool> RunAsync(string name, SandboxServer sandbox, TextWriter output, CancellationToken cancellationToken) =>
        await RunAsync(Plays[name], new Stage(sandbox, TimeProvider.System, cancellationToken), output);

    public static async Task<bool> RunAsync(IReadOnlyList<PlayStep> steps, Stage stage, TextWriter output)
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var (number, step) in steps.Index())
        {
            try
            {
                var seen = await step.Act(stage);
                await output.WriteLineAsync($"ok  step {number + 1} of {steps.Count}: {step.Sentence} ({seen})");
            }
            catch (Exception error) when (error
                is NotObservedException or HttpRequestException or TaskCanceledException or InvalidOperationException)
            {
                await output.WriteLineAsync($"NOT step {number + 1} of {steps.Count}: {step.Sentence}");
                await output.WriteLineAsync($"    seen: {error.Message}");
                return false;
            }
        }
        var took = TimeProvider.System.GetElapsedTime(started);
        await output.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"All {steps.Count} steps observed in {took.TotalSeconds:0.0} s."));
        return true;
    }
}
