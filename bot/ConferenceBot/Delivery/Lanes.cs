using System.Collections.Concurrent;
using System.Threading.Channels;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Delivery;

/// <summary>The lane of each council. Waking one never waits: a background reader runs the lane; a job is the safety net.</summary>
internal sealed partial class Lanes(LaneParts parts, CouncilsLookup councils, ILoggerFactory loggers) : BackgroundService, IDeliveries
{
    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly ILogger logger = loggers.CreateLogger<Lanes>();

    private readonly Channel<CouncilKey> wakes = Channel.CreateBounded<CouncilKey>(
        new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake(CouncilKey council) => wakes.Writer.TryWrite(council);

    public Task RunAsync(CouncilKey council, CancellationToken cancellationToken) => Of(council).RunAsync(cancellationToken);

    public Task<(int Pending, int OutOfDate)> WaitingAsync(CouncilKey council, CancellationToken cancellationToken) =>
        Of(council).WaitingAsync(cancellationToken);

    public async Task SayAsync(
        CouncilKey council, string serviceUrl, string conversationId, string line, CancellationToken cancellationToken)
    {
        try
        {
            await Of(council).SayAsync(serviceUrl, conversationId, line, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            NotSaid(council.Value, failure.Code ?? failure.Advice.ToString());
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var council in wakes.Reader.ReadAllAsync(stoppingToken))
        {
            _ = RunAwokenAsync(council, stoppingToken);
        }
    }

    /// <summary>Councils do not wait for each other; a lane itself runs once at a time.</summary>
    private async Task RunAwokenAsync(CouncilKey council, CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(council, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; what is pending is sent after the next start.
        }
        catch (Exception problem)
        {
            LaneFailed(problem.GetType().Name, council.Value);
        }
    }

    public override void Dispose()
    {
        foreach (var lane in lanes.Values) lane.Dispose();
        base.Dispose();
    }

    private Lane Of(CouncilKey council) => lanes.GetOrAdd(council.Value, key => new Lane(
        councils[key], parts.Store, parts.Clocks,
        new LaneDoor(councils[key], parts.Ways, parts.Store, parts.Machine, parts.Options.Get(key)), loggers.CreateLogger<Lane>()));

    [LoggerMessage(6004, LogLevel.Warning, "A line without a card was not said for {Council}: {Code}.")]
    private partial void NotSaid(string council, string code);

    [LoggerMessage(6003, LogLevel.Error, "The delivery lane of {Council} stopped: {Problem}; the job starts it again.")]
    private partial void LaneFailed(string problem, string council);
}

/// <summary>What every lane is made of.</summary>
internal sealed record LaneParts(
    IStore Store, IRuleClocks Clocks, TeamsWays Ways, TimeProvider Machine, IOptionsMonitor<DeliveryOptions> Options);
