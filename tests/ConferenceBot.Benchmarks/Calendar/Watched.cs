using System.Globalization;

namespace ConferenceBot.Benchmarks;

/// <summary>What the system says of another process: processor time and memory.</summary>
internal sealed class Watched(int process)
{
    /// <summary>Ticks of /proc a second; the same on every Linux of today.</summary>
    private const double Ticks = 100;

    private const int UserTime = 11, SystemTime = 12;

    public TimeSpan Processor
    {
        get
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((Number(fields[UserTime]) + Number(fields[SystemTime])) / Ticks);
        }
    }

    /// <summary>Resident memory now, in MB.</summary>
    public double Memory => Status("VmRSS:");

    /// <summary>The most resident memory so far, in MB.</summary>
    public double Peak => Status("VmHWM:");

    /// <summary>Waits until the process has done next to nothing for a second.</summary>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        for (var before = Processor; ; before = Processor)
        {
            await Pause.ForAsync(TimeSpan.FromSeconds(1), cancellationToken);
            if (Processor - before < TimeSpan.FromMilliseconds(50)) return;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return Number(line[name.Length..].Replace("kB", "", StringComparison.Ordinal)) / 1024;
    }
}

/// <summary>Machine time passes.</summary>
internal static class Pause
{
    public static Task ForAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, TimeProvider.System, cancellationToken);
}
