using Quartz;

namespace ConferenceBot.Clockwork;

/// <summary>The pulse at which the calendars' own times are looked at, in memory; it begins reads and waits for none.</summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(Rounds rounds) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        rounds.Pulse();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Asks what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class TickJob(Rounds rounds, ProcedureClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await clock.RefreshAsync(cancellationToken);
        await rounds.DecideAsync(cancellationToken);
    }
}

/// <summary>Takes the looks at calendar and directory that are due, beside the tick, which waits for neither.</summary>
[DisallowConcurrentExecution]
internal sealed class LookJob(Rounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.LookAsync(cancellationToken);
}

/// <summary>Sends what is left; the safety net behind the wake after each commit.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliverJob(Rounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.DeliverAsync(cancellationToken);
}
