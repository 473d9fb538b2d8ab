using System.Diagnostics;

namespace ConferenceBot.Benchmarks;

/// <summary>Times a piece of work that is repeated over the same data.</summary>
internal static class Passes
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1.5);

    /// <param name="pass">One pass over all the data; its result is used, so that the work cannot be optimised away.</param>
    /// <param name="items">How many items a pass works on.</param>
    /// <param name="item">The name of one, for the units.</param>
    public static IReadOnlyList<Measurement> Time(Func<long> pass, int items, string item)
    {
        var (_, _, check) = Repeat(pass, WarmUp);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        var (passes, elapsed, again) = Repeat(pass, Measured);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        if (check != again) throw new InvalidOperationException("Two passes over the same data gave different results.");
        var all = (double)passes * items;
        return
        [
            new("time", elapsed.TotalNanoseconds / all, $"ns/{item}"),
            new("cpu", cpu.TotalNanoseconds / all, $"ns/{item}"),
            new("allocated", allocated / all, $"bytes/{item}"),
        ];
    }

    private static (int Passes, TimeSpan Elapsed, long Check) Repeat(Func<long> pass, TimeSpan atLeast)
    {
        var (passes, check, started) = (0, 0L, Stopwatch.GetTimestamp());
        do
        {
            check = pass();
            passes++;
        }
        while (Stopwatch.GetElapsedTime(started) < atLeast);
        return (passes, Stopwatch.GetElapsedTime(started), check);
    }
}
