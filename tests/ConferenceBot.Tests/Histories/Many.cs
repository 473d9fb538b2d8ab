using System.Globalization;
using Xunit;

namespace ConferenceBot.Tests.Histories;

/// <summary>Runs many histories, always the same for the same seed; one that fails is made shorter and printed with its number.</summary>
internal static class Many
{
    private const int MostTries = 150;

    /// <param name="sample">How many are run; with TESTS_FULL=1 <paramref name="all"/>.</param>
    /// <param name="make">The history of a number.</param>
    /// <returns>How many were run.</returns>
    public static async Task<int> HistoriesAsync<T>(int sample, int all, Func<int, T[]> make, Func<IReadOnlyList<T>, Task> run)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TESTS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20_261_124;
        var count = Environment.GetEnvironmentVariable("TESTS_FULL") == "1" ? all : sample;
        for (var number = seed; number < seed + count; number++)
        {
            var steps = make(number);
            if (await ProblemAsync(run, steps) is not { } problem) continue;
            var (shorter, said) = await ShortenAsync(run, steps, problem);
            Assert.Fail($"TESTS_SEED={number}: {said}\n{string.Join(",\n", shorter)}");
        }

        return count;
    }

    private static async Task<string?> ProblemAsync<T>(Func<IReadOnlyList<T>, Task> run, IReadOnlyList<T> steps)
    {
        try
        {
            await run(steps);
            return null;
        }
        catch (Exception problem)
        {
            return problem.Message + "\n" + problem.StackTrace;
        }
    }

    /// <summary>Leaves out steps, fewer and fewer at a time, as long as what is left fails too.</summary>
    private static async Task<(IReadOnlyList<T> Steps, string Problem)> ShortenAsync<T>(Func<IReadOnlyList<T>, Task> run, T[] steps, string problem)
    {
        var tries = 0;
        for (var size = steps.Length / 2; size > 0; size /= 2)
            for (var from = 0; from < steps.Length && tries < MostTries;)
            {
                T[] without = [.. steps.Take(from), .. steps.Skip(from + size)];
                tries++;
                if (await ProblemAsync(run, without) is { } still) (steps, problem) = (without, still);
                else from += size;
            }

        return (steps, problem);
    }
}
