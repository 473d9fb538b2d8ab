using System.Diagnostics.Metrics;

namespace ConferenceBot.People;

/// <summary>Tells through metrics how old the answers of the directory are that are used, and how often none had to be asked for. Counts only.</summary>
internal sealed class PeopleMetrics : IDisposable
{
    public const string Name = "ConferenceBot.People";

    private readonly Meter meter;

    public PeopleMetrics(IMeterFactory meters, Directories directories, GroupLists lists)
    {
        Kept = new Dictionary<string, IAgedAnswers>
        {
            ["professionals"] = directories.Professionals, ["managers"] = directories.Managers,
            ["standings"] = directories.Standings, ["groups"] = lists,
        };
        meter = meters.Create(Name);
        meter.CreateObservableCounter("people.answers.kept", () => Measure(report => report.Hits), description: "Look-ups answered without a request.");
        meter.CreateObservableCounter("people.answers.asked", () => Measure(report => report.Misses), description: "Look-ups that needed the directory.");
        meter.CreateObservableGauge("people.answers.oldest", () => Measure(report => (long)report.Oldest.TotalSeconds), "s", "Age of the oldest answer in use.");
    }

    /// <summary>By kind of answer, for health.</summary>
    public IReadOnlyDictionary<string, IAgedAnswers> Kept { get; }

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<long>> Measure(Func<AgedAnswers, long> figure) =>
        Kept.Select(pair => new Measurement<long>(figure(pair.Value.Report()), new KeyValuePair<string, object?>("of", pair.Key)));
}
