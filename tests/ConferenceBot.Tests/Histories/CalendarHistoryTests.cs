using System.Globalization;
using Xunit;

namespace ConferenceBot.Tests.Histories;

/// <summary>
/// Random calendars through the sandbox's Graph into the whole host, compared with a simple model after every read. TESTS_SEED chooses the
/// histories, TESTS_FULL=1 runs many more of them; one that fails is made shorter and printed.
/// </summary>
public sealed class CalendarHistoryTests(CalendarWorld world, ITestOutputHelper output) : IClassFixture<CalendarWorld>
{
    private const int Sample = 120, All = 4_000, MostTries = 150;

    [Fact]
    public async Task Whatever_happens_to_calendars_the_store_says_what_they_say()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TESTS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20_261_124;
        var count = Environment.GetEnvironmentVariable("TESTS_FULL") == "1" ? All : Sample;
        var (strict, loose) = (0, 0);
        var began = TimeProvider.System.GetTimestamp();
        for (var number = seed; number < seed + count; number++)
        {
            var steps = Step.History(number);
            if (await ProblemAsync(steps) is { } problem)
            {
                var (shorter, said) = await ShortenAsync(steps, problem);
                Assert.Fail($"TESTS_SEED={number}: {said}\n{string.Join(",\n", shorter)}");
            }

            var check = last!.Check;
            if (number % 20 == 0) Console.Error.WriteLine($"{number - seed} {TimeProvider.System.GetElapsedTime(began)} {strict} {loose}");
            (strict, loose) = (strict + check.Strict, loose + check.Loose);
        }

        output.WriteLine($"{count} histories; {strict} conferences of which one thing only could be right, {loose} that calendars disagreed about.");
        Assert.True(strict > count * 8 && loose * 10 < strict, $"{strict} and {loose} say little.");
    }

    private CalendarHistory? last;

    private async Task<string?> ProblemAsync(IReadOnlyList<Step> steps)
    {
        try
        {
            await (last = new CalendarHistory(world)).RunAsync(steps);
            return null;
        }
        catch (Exception problem)
        {
            return problem.Message + "\n" + problem.StackTrace;
        }
    }

    /// <summary>Leaves out steps, fewer and fewer at a time, as long as what is left fails too.</summary>
    private async Task<(IReadOnlyList<Step> Steps, string Problem)> ShortenAsync(IReadOnlyList<Step> steps, string problem)
    {
        var tries = 0;
        for (var size = steps.Count / 2; size > 0; size /= 2)
            for (var from = 0; from < steps.Count && tries < MostTries;)
            {
                IReadOnlyList<Step> without = [.. steps.Take(from), .. steps.Skip(from + size)];
                tries++;
                if (await ProblemAsync(without) is { } still) (steps, problem) = (without, still);
                else from += size;
            }

        return (steps, problem);
    }
}
