namespace ConferenceBot.Benchmarks;

/// <summary>The medians of one figure.</summary>
/// <param name="Floor">Null for a figure that has no floor.</param>
/// <param name="Lowest">The lowest and highest of the subject's rounds: how far to trust the median.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Floor, double Lowest, double Highest)
{
    /// <summary>Subject over floor; null without a floor.</summary>
    public double? Ratio => Floor is > 0 ? Value / Floor : null;

    public static IReadOnlyList<Figure> From(string benchmark, IReadOnlyList<(Part Part, Measurement Measurement)> samples) =>
    [
        .. samples.Where(s => s.Part == Part.Subject).GroupBy(s => (s.Measurement.Figure, s.Measurement.Unit)).Select(group =>
        {
            var subject = group.Select(s => s.Measurement.Value).ToList();
            var floor = samples.Where(s => s.Part == Part.Floor && s.Measurement.Figure == group.Key.Figure).Select(s => s.Measurement.Value).ToList();
            return new Figure(
                $"{benchmark}/{group.Key.Figure}", Median(subject), group.Key.Unit, floor.Count == 0 ? null : Median(floor), subject.Min(), subject.Max());
        }),
    ];

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
