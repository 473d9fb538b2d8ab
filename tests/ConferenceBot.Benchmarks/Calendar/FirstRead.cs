using System.Diagnostics;
using ConferenceBot.Sandbox;

namespace ConferenceBot.Benchmarks;

/// <summary>What the first read of many calendars costs the bot beyond asking for their pages: memory, requests, processor time.</summary>
internal sealed class FirstRead : IBenchmark
{
    private const int Mailboxes = 200, Events = 500, PageSize = 100, MegaUnit = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public string Name => "calendar/first";

    public string Subject => $"the bot's first read of {Mailboxes} mailboxes with {Events} events each, one in fifty a conference, beyond its start and its small sample";

    public string Floor => "an HttpClient that asks for the same pages and only parses them";

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Part part, CancellationToken cancellationToken) =>
        part == Part.Subject ? await HostAsync(cancellationToken) : await BareAsync(cancellationToken);

    /// <summary>A start with the small sample first, then a start with everything; the difference is what the mailboxes cost.</summary>
    private static async Task<IReadOnlyList<Measurement>> HostAsync(CancellationToken cancellationToken)
    {
        var (idle, _, _) = await RunAsync(0, cancellationToken);
        var (busy, took, sandbox) = await RunAsync(Mailboxes, cancellationToken);
        var most = sandbox.Mailboxes.All.Max(box => sandbox.Graph.Counters.MostInFlight(box.Address));
        return
        [
            new("cpu", (busy.Processor - idle.Processor).TotalMilliseconds / (Mailboxes * Events / MegaUnit), "ms/1000 events"),
            new("memory", busy.Peak - idle.Memory, "MB above idle"),
            new("idle memory", idle.Memory, "MB"),
            new("time", took.TotalSeconds, "s"),
            new("requests", sandbox.Graph.Counters.Total, "requests"),
            new("pages", sandbox.Graph.Counters.Of(CalendarCalls.Delta), "requests"),
            new("in flight", most, "per mailbox"),
        ];
    }

    /// <returns>What the system says of the host when it has read every mailbox, and how long that took from its start.</returns>
    private static async Task<(Standing Host, TimeSpan Took, TenantServices Tenant)> RunAsync(int mailboxes, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { StartHost = false, Mailboxes = mailboxes, Events = Events }, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await using var host = HostProcess.Start(sandbox);
        await CalendarCalls.ReadOnceAsync(sandbox, host, mailboxes + 1, Patience, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        var (processor, peak) = (host.Watched.Processor, host.Watched.Peak);
        await host.Watched.RestAsync(cancellationToken);
        return (new Standing(processor, peak, host.Watched.Memory), took, sandbox.Services);
    }

    private static async Task<IReadOnlyList<Measurement>> BareAsync(CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { StartHost = false, Mailboxes = Mailboxes, Events = Events }, cancellationToken);
        using var reader = ReaderProcess.Start(sandbox);
        await reader.AskAsync("warm", cancellationToken);
        var (processor, memory, started) = (reader.Watched.Processor, reader.Watched.Memory, Stopwatch.GetTimestamp());
        if (await reader.AskAsync("first", cancellationToken) < Mailboxes * Events) throw new PartFailedException("Events are missing.");
        var took = Stopwatch.GetElapsedTime(started);
        return
        [
            new("cpu", (reader.Watched.Processor - processor).TotalMilliseconds / (Mailboxes * Events / MegaUnit), "ms/1000 events"),
            new("memory", reader.Watched.Peak - memory, "MB above idle"),
            new("time", took.TotalSeconds, "s"),
            new("pages", Mailboxes * Events / PageSize, "requests"),
        ];
    }

    private sealed record Standing(TimeSpan Processor, double Peak, double Memory);
}
