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

    /// <summary>Decides, and looks again, until nothing is due.</summary>
    /// <returns>How many obligations were decided.</returns>
    public async Task<int> RunAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        for (var decided = 0; ;)
        {
            var more = await DecideAsync(council, cancellationToken) + await LookAsync(council, cancellationToken);
            if (more == 0) return decided;
            decided += more;
        }
    }

    /// <summary>Decides what is due from what is known: nothing is asked of anybody.</summary>
    public Task<int> DecideAsync(CouncilKey council, CancellationToken cancellationToken) => EachAsync(
        council, s => s.Dues.AtOrBeforeAsync(clocks.Of(council).Now, machine.GetUtcNow(), AtOnce, cancellationToken),
        due => store.WriteAsync(council, async session =>
        {
            await routes.RouteAsync(session, due, clocks.Of(council), cancellationToken);
            return true;
        }, cancellationToken),
        cancellationToken);

    /// <summary>Takes the looks at calendar and directory that are due. Apart, since these can be slow and a concern that is due waits for no calendar.</summary>
    public Task<int> LookAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        var away = new AwayNow();
        return EachAsync(
            council, s => s.Dues.LooksAtOrBeforeAsync(clocks.Of(council).Now, machine.GetUtcNow(), AtOnce, cancellationToken),
            due => routes.LookAgainAsync(council, due, away, cancellationToken), cancellationToken);
    }

    private async Task<int> EachAsync(
        CouncilKey council, Func<IStoreSession, Task<IReadOnlyList<Due>>> find, Func<Due, Task> decide, CancellationToken cancellationToken)
    {
        for (var decided = 0; ;)
        {
            var due = await store.ReadAsync(council, find, cancellationToken);
            if (due.Count == 0) return decided;
            foreach (var row in due) await DecideAsync(council, row, decide, cancellationToken);
            decided += due.Count;
        }
    }

    private async Task DecideAsync(CouncilKey council, Due due, Func<Due, Task> decide, CancellationToken cancellationToken)
    {
        try
        {
            await decide(due);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            DecideFailed(problem, due.Kind, due.Id, due.Failures + 1);
            await store.WriteAsync(council, async session =>
            {
                await session.Dues.FailedAsync(due, machine.GetUtcNow() + Rest(due.Failures), cancellationToken);
                return true;
            }, cancellationToken);
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
    /// <param name="away">What was found away a moment ago: a look that needs it is put off unasked.</param>
    public Task LookAgainAsync(CouncilKey council, Due due, AwayNow away, CancellationToken cancellationToken) =>
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
