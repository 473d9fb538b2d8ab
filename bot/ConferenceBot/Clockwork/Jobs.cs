using Quartz;

namespace ConferenceBot.Clockwork;

/// <summary>Reads the calendars.</summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(Rounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.SyncAsync(cancellationToken);
}

/// <summary>Asks what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class TickJob(Rounds rounds, ProcedureClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await clock.RefreshAsync(cancellationToken);
        await rounds.TickAsync(cancellationToken);
    }
}

/// <summary>Sends what is left; the safety net behind the wake after each commit.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliverJob(Rounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.DeliverAsync(cancellationToken);
}
