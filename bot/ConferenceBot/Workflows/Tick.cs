using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>
/// Asks what is due and decides it, each obligation in a transaction of its own. A row that fails backs off and blocks no other;
/// it is counted and alarms until it succeeds.
/// </summary>
internal sealed partial class Tick(IStore store, IRuleClocks clocks, TickRoutes routes, TimeProvider machine, ILogger<Tick> logger)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5), LongestRest = TimeSpan.FromHours(1);

    /// <returns>How many obligations were decided.</returns>
    public async Task<int> RunAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        var (decided, away) = (0, false);
        while (true)
        {
            var due = await store.ReadAsync(
                council, s => s.Dues.AtOrBeforeAsync(clocks.Of(council).Now, machine.GetUtcNow(), AtOnce, cancellationToken), cancellationToken);
            if (due.Count == 0) return decided;
            foreach (var row in due)
            {
                away |= !await DecideAsync(council, row, away, cancellationToken);
                decided++;
            }
        }
    }

    /// <param name="away">Calendar or directory were found away in this run.</param>
    /// <returns>False when they were found away.</returns>
    private async Task<bool> DecideAsync(CouncilKey council, Due due, bool away, CancellationToken cancellationToken)
    {
        try
        {
            if (due.Kind == DueKind.LookAgain) return await routes.LookAgainAsync(council, due, away, cancellationToken);
            return await store.WriteAsync(council, async session =>
            {
                await routes.RouteAsync(session, due, clocks.Of(council), cancellationToken);
                return true;
            }, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            DecideFailed(problem, due.Kind, due.Id, due.Failures + 1);
            await store.WriteAsync(council, async session =>
            {
                await session.Dues.FailedAsync(due, machine.GetUtcNow() + Rest(due.Failures), cancellationToken);
                return true;
            }, cancellationToken);
            return true;
        }
    }

    private static TimeSpan Rest(int failures)
    {
        var rest = FirstRest * Math.Pow(2, Math.Min(failures, 12));
        return rest < LongestRest ? rest : LongestRest;
    }

    [LoggerMessage(3001, LogLevel.Error, "Deciding {Kind} {Id} failed, {Failures} in a row; it is tried again.")]
    private partial void DecideFailed(Exception problem, DueKind kind, Guid id, int failures);
}

/// <summary>Which rule looks at which kind of obligation.</summary>
internal sealed class TickRoutes(Reconsider reconsider, GatherPrompts prompts, AskAboutAttendees attendees, LookAgain again)
{
    /// <summary>Reads outside before it writes, so it has no transaction of the tick's.</summary>
    /// <param name="away">Calendar or directory were away a moment ago: the look is put off unasked.</param>
    /// <returns>False when they are away.</returns>
    public Task<bool> LookAgainAsync(CouncilKey council, Due due, bool away, CancellationToken cancellationToken) =>
        again.DueAsync(council, new ConferenceId(due.Id), away, cancellationToken);

    public async Task RouteAsync(IStoreSession session, Due due, RuleClock clock, CancellationToken cancellationToken)
    {
        switch (due.Kind)
        {
            case DueKind.Task when await session.Tasks.FindAsync(new ReportTaskId(due.Id), cancellationToken) is { } task:
                await reconsider.TaskAsync(
                    session, await DescribeCard.ConferenceAsync(session, task.Conference, cancellationToken), task, clock, cancellationToken);
                break;
            case DueKind.Flag when await session.Flags.FindAsync(new FlagId(due.Id), cancellationToken) is { } flag:
                await reconsider.FlagAsync(
                    session, await DescribeCard.ConferenceAsync(session, flag.Conference, cancellationToken), flag, clock, cancellationToken);
                break;
            case DueKind.Escalation when await session.Escalations.FindAsync(new EscalationId(due.Id), cancellationToken) is { } escalation:
                await reconsider.EscalationAsync(session, escalation, clock, cancellationToken);
                break;
            case DueKind.Conference when await session.Conferences.FindAsync(new ConferenceId(due.Id), cancellationToken) is { } conference:
                await reconsider.ConferenceAsync(session, conference, clock, cancellationToken);
                break;
            case DueKind.Attendees:
                await attendees.AskAsync(session, clock, cancellationToken);
                break;
            case DueKind.Prompts:
                await prompts.GatherAsync(session, new PersonId(due.Id), clock, cancellationToken);
                break;
            default:
                await session.Dues.SetAsync(due.Kind, due.Id, null, cancellationToken);
                break;
        }
    }
}
