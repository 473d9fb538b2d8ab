using System.Globalization;
using System.Text.Json;

namespace ConferenceBot.Benchmarks;

/// <summary>A table for people, then one JSON line a figure for programs.</summary>
internal static class Report
{
    public static void Write(TextWriter to, IBenchmark benchmark, int rounds, IReadOnlyList<Figure> figures)
    {
        to.WriteLine($"{benchmark.Name}: medians of {rounds} rounds, subject and floor in turn, each in a process of its own");
        to.WriteLine($"  subject: {benchmark.Subject}");
        if (benchmark.Floor is not null) to.WriteLine($"  floor:   {benchmark.Floor}");
        to.WriteLine();
        to.WriteLine($"{"figure",-32}{"subject",14}{"floor",14}{"ratio",8}  {"unit",-18}range of the subject");
        foreach (var f in figures)
            to.WriteLine($"{f.Name,-32}{Number(f.Value),14}{Number(f.Floor),14}{Number(f.Ratio),8}  {f.Unit,-18}{Number(f.Lowest)} to {Number(f.Highest)}");
        to.WriteLine();
        foreach (var f in figures)
            to.WriteLine(JsonSerializer.Serialize(new { name = f.Name, value = Rounded(f.Value), unit = f.Unit, floor = Rounded(f.Floor), ratio = Rounded(f.Ratio) }));
    }

    private static string Number(double? value) => value switch
    {
        null => "-",
        >= 100 => value.Value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 3) : null;
}
