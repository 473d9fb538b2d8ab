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
        using var process = Start("--part", part.ToString(), "--benchmark", benchmark);
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

    /// <summary>Starts this same program with other arguments; what it prints is read by the caller.</summary>
    public static Process Start(params string[] arguments) => Start(arguments, isAsked: false);

    /// <summary>As <see cref="Start(string[])"/>; the process reads what the caller writes to it.</summary>
    public static Process StartTalking(params string[] arguments) => Start(arguments, isAsked: true);

    private static Process Start(string[] arguments, bool isAsked)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardInput = isAsked, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(typeof(PartProcess).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new PartFailedException($"{string.Join(' ', arguments)} did not start.");
    }
}

internal sealed class PartFailedException(string message) : Exception(message);
