using Xunit;

namespace ConferenceBot.Tests.Histories;

/// <summary>
/// Random calendars through the sandbox's Graph into the whole host, compared with a simple model after every read. TESTS_SEED chooses the
/// histories, TESTS_FULL=1 runs many more of them.
/// </summary>
public sealed class CalendarHistoryTests(CalendarWorld world, ITestOutputHelper output) : IClassFixture<CalendarWorld>
{
    private const int Sample = 60, All = 4_000;

    [Fact]
    public async Task Whatever_happens_to_calendars_the_store_says_what_they_say()
    {
        var (strict, loose) = (0, 0);
        var count = await Many.HistoriesAsync(Sample, All, Step.History, async steps =>
        {
            var history = new CalendarHistory(world);
            await history.RunAsync(steps);
            (strict, loose) = (strict + history.Check.Strict, loose + history.Check.Loose);
        });
        output.WriteLine($"{count} histories; {strict} conferences of which one thing only could be right, {loose} that calendars disagreed about.");
        Assert.True(strict > count * 8 && loose * 5 < strict, $"{strict} and {loose} say little.");
    }
}
