using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace ConferenceBot.Tests.Notifications;

/// <summary>Listens to the meter of one host.</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> all = new();

    public Counted(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == "ConferenceBot" && ReferenceEquals(instrument.Meter.Scope, factory)) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => all.Enqueue((i.Name, value, tags.ToArray())));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => all.Enqueue((i.Name, value, tags.ToArray())));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => all.Enqueue((i.Name, value, tags.ToArray())));
        listener.Start();
    }

    public IReadOnlyList<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> All => [.. all];

    /// <summary>Notifications of that outcome.</summary>
    public int this[string outcome] => All.Count(m => m.Name == "conferencebot.notifications" && m.Tags.Any(t => t is { Key: "outcome", Value: string o } && o == outcome));

    /// <summary>Asks the gauges now.</summary>
    public void Look() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();
}
