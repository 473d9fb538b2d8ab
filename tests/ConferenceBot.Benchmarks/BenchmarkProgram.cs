#if !DEBUG
using System.Globalization;
#endif

namespace ConferenceBot.Benchmarks;

/// <summary>
/// <c>NAME [--rounds N]</c> runs a benchmark; <c>--part subject|floor --benchmark NAME</c> is how it starts itself for one
/// measurement, <c>--serve</c> and <c>--sink</c> how a measurement starts the server it loads or writes to.
/// Exit codes: 0 measured, 1 a part failed, 2 usage.
/// </summary>
internal static class BenchmarkProgram
{
    private const int UsualRounds = 5, FewestRounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
#if DEBUG
        return await UsageAsync("Figures of a Debug build mean nothing: add -c Release.");
#else
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return args switch
        {
            ["--part", var part, "--benchmark", var name] when Enum.TryParse<Part>(part, true, out var which) && Find(name) is { } benchmark =>
                await MeasureAsync(benchmark, which, stop.Token),
            [ReaderProcess.Argument, var graph, var token, .. var mailboxes] => await BareReader.WorkAsync(graph, token, mailboxes),
            ["--sink"] => await SinkServer.ServeAsync(),
            ["--serve", var part, "--metadata", var metadata, "--issuer", var issuer] when Enum.TryParse<Part>(part, true, out var which) =>
                await WireServer.ServeAsync(which, metadata, issuer),
            [var name] when Find(name) is { } benchmark => await CompareAsync(benchmark, UsualRounds, stop.Token),
            [var name, "--rounds", var rounds] when Find(name) is { } benchmark && RoundsIn(rounds) is { } count =>
                await CompareAsync(benchmark, count, stop.Token),
            _ => await UsageAsync(args.Length == 0 ? "Which benchmark?" : $"Not understood: {string.Join(' ', args)}"),
        };
#endif
    }

    private static IEnumerable<IBenchmark> All() => typeof(IBenchmark).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBenchmark)))
        .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
        .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal);

    private static async Task<int> UsageAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        await Console.Error.WriteLineAsync("dotnet run -c Release --project tests/ConferenceBot.Benchmarks -- NAME [--rounds N]   (5 without it, at least 3)");
        foreach (var benchmark in All())
            await Console.Error.WriteLineAsync($"  {benchmark.Name,-17} {benchmark.Subject}");
        return 2;
    }

#if !DEBUG
    private static IBenchmark? Find(string name) => All().FirstOrDefault(benchmark => benchmark.Name == name);

    private static int? RoundsIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds >= FewestRounds ? rounds : null;

    private static async Task<int> MeasureAsync(IBenchmark benchmark, Part part, CancellationToken cancellationToken)
    {
        PartProcess.Print(await benchmark.MeasureAsync(part, cancellationToken));
        return 0;
    }

    private static async Task<int> CompareAsync(IBenchmark benchmark, int rounds, CancellationToken cancellationToken)
    {
        try
        {
            var samples = new List<(Part Part, Measurement Measurement)>();
            for (var round = 1; round <= rounds; round++)
            {
                foreach (var part in Enum.GetValues<Part>().Where(part => part == Part.Subject || benchmark.Floor is not null))
                {
                    Console.Error.WriteLine($"round {round} of {rounds}: {part}");
                    samples.AddRange((await PartProcess.RunAsync(benchmark.Name, part, cancellationToken)).Select(m => (part, m)));
                }
            }

            Report.Write(Console.Out, benchmark, rounds, Figure.From(benchmark.Name, samples));
            return 0;
        }
        catch (PartFailedException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return 1;
        }
    }
#endif
}
