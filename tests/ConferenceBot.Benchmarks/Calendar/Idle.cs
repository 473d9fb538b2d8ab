using ConferenceBot.Sandbox;

namespace ConferenceBot.Benchmarks;

/// <summary>What many calendars in which nothing happens cost, by requests and by the bot's processor time.</summary>
internal sealed class Idle : IBenchmark
{
    private const int Mailboxes = 200, Events = 20, WarmUps = 20, Syncs = 10, Passes = 40;
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(2);

    public string Name => "calendar/idle";

    public string Subject => $"{Mailboxes} mailboxes read again every {SyncEvery.TotalSeconds:0} s, {Syncs} times, with nothing changed";

    public string Floor => "an HttpClient that asks the same delta links with a token and parses the answers";

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Part part, CancellationToken cancellationToken) =>
        part == Part.Subject ? await HostAsync(cancellationToken) : await BareAsync(cancellationToken);

    private static async Task<IReadOnlyList<Measurement>> HostAsync(CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Mailboxes = Mailboxes, Events = Events, HostSettings = new Dictionary<string, string> { ["Clockwork__SyncEvery"] = SyncEvery.ToString() },
            },
            cancellationToken);
        await Pause.ForAsync(SyncEvery * WarmUps, cancellationToken);
        var (counters, host) = (sandbox.Services.Graph.Counters, new Watched(sandbox.Host!.Pid));
        counters.Reset();
        var processor = host.Processor;
        await Pause.ForAsync(SyncEvery * Syncs, cancellationToken);
        processor = host.Processor - processor;
        var (all, deltas) = (counters.Total, counters.Of(CalendarCalls.Delta));
        if (deltas < Mailboxes) throw new PartFailedException("Not every mailbox was read again.");
        return
        [
            new("requests", (double)all / deltas, "a sync"),
            new("others", all - deltas, $"in {SyncEvery.TotalSeconds * Syncs:0} s"),
            new("syncs", deltas / (double)(Mailboxes + 1), "a mailbox"),
            new("cpu", processor.TotalMicroseconds / deltas, "us/sync"),
        ];
    }

    private static async Task<IReadOnlyList<Measurement>> BareAsync(CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { StartHost = false, Mailboxes = Mailboxes, Events = Events }, cancellationToken);
        using var reader = ReaderProcess.Start(sandbox);
        await reader.AskAsync("first", cancellationToken);
        await reader.AskAsync($"again {WarmUps}", cancellationToken);
        var processor = reader.Watched.Processor;
        if (await reader.AskAsync($"again {Passes}", cancellationToken) > 0) throw new PartFailedException("Something had changed.");
        return [new("cpu", (reader.Watched.Processor - processor).TotalMicroseconds / (Passes * (Mailboxes + 1)), "us/sync")];
    }
}
