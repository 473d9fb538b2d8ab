using System.Diagnostics;
using System.Text.Json;

namespace ConferenceBot.Benchmarks;

/// <summary>One measurement in a fresh process of this same program, so that no part warms up or fills the heap of another.</summary>
internal static class PartProcess
{
    private const string Mark = "measured ";

    /// <summary>What the inner process says; everything else it prints is for people.</summary>
    public static void Print(IReadOnlyList<Measurement> measurements) => Console.WriteLine(Mark + JsonSerializer.Serialize(measurements));

    /// <exception cref="PartFailedException">It ended badly or measured nothing.</exception>
    public static async Task<IReadOnlyList<Measurement>> RunAsync(string benchmark, Part part, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Command(benchmark, part)) ?? throw new PartFailedException($"{part} of {benchmark} did not start.");
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var line = output.Split('\n').LastOrDefault(l => l.StartsWith(Mark, StringComparison.Ordinal));
            return process.ExitCode == 0 && line is not null && JsonSerializer.Deserialize<Measurement[]>(line[Mark.Length..]) is { Length: > 0 } measured
                ? measured
                : throw new PartFailedException($"{part} of {benchmark} ended with exit code {process.ExitCode} and no measurement.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Command(string benchmark, Part part)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(typeof(PartProcess).Assembly.Location);
        foreach (var argument in new[] { "--part", part.ToString(), "--benchmark", benchmark })
            start.ArgumentList.Add(argument);
        return start;
    }
}

internal sealed class PartFailedException(string message) : Exception(message);
