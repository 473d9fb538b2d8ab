using System.Diagnostics;

namespace ConferenceBot.Benchmarks;

/// <summary>What a turn costs on the wire: token, checks, parsing, dispatch and the answer with a card; no store, no rule.</summary>
internal sealed class WireBenchmark : IBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8), Measured = TimeSpan.FromSeconds(5), Stopping = TimeSpan.FromSeconds(30);

    public string Name => "wire";

    public string Subject => $"card actions of {Samples.InvokeSize} bytes answered with a card through the bot's own wire";

    public string Floor => "a bare minimal API: the same token with JwtBearer, the same invoke with source-generated JSON, a card of the same size";

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Part part, CancellationToken cancellationToken)
    {
        await using var issuer = await Issuer.StartAsync();
        using var server = await WireServer.StartAsync(part, issuer, cancellationToken);
        var load = new Load(server.Address, Samples.Invoke(), issuer.Token());
        await load.RunAsync(64, WarmUp, cancellationToken);
        var figures = new List<Measurement>();
        foreach (var connections in (int[])[16, 64])
        {
            var before = server.Processor;
            var seen = await load.RunAsync(connections, Measured, cancellationToken);
            var processor = server.Processor - before;
            if (seen.Refused > 0 || seen.Cut > 0 || seen.Answers == 0)
                throw new PartFailedException($"{seen.Answers} answers, {seen.Refused} refused, {seen.Cut} cut.");
            figures.Add(new($"cpu/c{connections}", processor.TotalMicroseconds / seen.Answers, "us/turn"));
            figures.Add(new($"throughput/c{connections}", seen.Answers / seen.Elapsed.TotalSeconds, "turns/s"));
            figures.Add(new($"silence/c{connections}", seen.Longest.TotalMilliseconds, "ms"));
        }

        figures.AddRange(await StopAsync(server, load, cancellationToken));
        return figures;
    }

    /// <summary>Tells the server to stop under load: how long it takes, and how many turns in flight it leaves without an answer.</summary>
    private static async Task<IReadOnlyList<Measurement>> StopAsync(ServerProcess server, Load load, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var loading = load.RunAsync(64, TimeSpan.FromSeconds(1), stop.Token);
        await loading.WaitAsync(TimeSpan.FromSeconds(0.5), cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        var told = Stopwatch.GetTimestamp();
        server.Terminate();
        await server.WaitForExitAsync(cancellationToken).WaitAsync(Stopping, cancellationToken);
        var took = Stopwatch.GetElapsedTime(told);
        await loading;
        return [new("stop", took.TotalSeconds, "s")];
    }
}
