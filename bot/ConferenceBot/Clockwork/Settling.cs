using ConferenceBot.Workflows;

namespace ConferenceBot.Clockwork;

/// <summary>Where the work stands at one procedure time.</summary>
/// <param name="Now">Procedure time as this host last read it.</param>
/// <param name="NextDue">The earliest instant at which somebody may be told something; null when nothing is open.</param>
/// <param name="Quiet">Nothing is due, nothing waits to be sent, every mailbox was read.</param>
/// <param name="Waiting">What is not quiet, by kind and count.</param>
internal sealed record Standing(DateTimeOffset Now, DateTimeOffset? NextDue, bool Quiet, IReadOnlyList<string> Waiting);

/// <summary>
/// Lets everything that is due at the present procedure time happen: calendars are read, obligations decided and cards sent, until
/// nothing is left. Exists so that a walking clock can stop at each instant; offered only where such a clock is configured.
/// </summary>
internal sealed class Settling(Rounds rounds, ProcedureClock clock, IStore store, IDeliveries deliveries)
{
    private const int MostRounds = 10;
    private const string Due = "due";

    public async Task<Standing> SettleAsync(CancellationToken cancellationToken)
    {
        await clock.RefreshAsync(cancellationToken);
        var problems = (await rounds.SyncAsync(cancellationToken)).Count(b => b.Problem is not null);
        Standing standing;
        var round = 0;
        do
        {
            await rounds.TickAsync(cancellationToken);
            await rounds.DeliverAsync(cancellationToken);
            standing = await StandAsync(problems, cancellationToken);
        }
        while (!standing.Quiet && problems == 0 && standing.Waiting.Contains(Due) && ++round < MostRounds);
        return standing;
    }

    public async Task<Standing> StandAsync(CancellationToken cancellationToken)
    {
        var problems = 0;
        foreach (var council in rounds.Councils)
            problems += (await store.ReadAsync(council, s => s.Mailboxes.AllAsync(cancellationToken), cancellationToken)).Count(b => b.Problem is not null);
        return await StandAsync(problems, cancellationToken);
    }

    private async Task<Standing> StandAsync(int problems, CancellationToken cancellationToken)
    {
        List<string> waiting = [];
        DateTimeOffset? first = null, next = null;
        if (problems > 0) waiting.Add($"mailboxes:{problems}");
        foreach (var council in rounds.Councils)
        {
            var (any, telling) = await store.ReadAsync(
                council, async s => (await s.Dues.NextAsync(cancellationToken), await s.Dues.NextTellingAsync(cancellationToken)), cancellationToken);
            if (first is null || any < first) first = any ?? first;
            if (next is null || telling < next) next = telling ?? next;
            var (pending, outOfDate) = await deliveries.WaitingAsync(council, cancellationToken);
            if (pending > 0) waiting.Add($"deliveries:{pending}");
            if (outOfDate > 0) waiting.Add($"updates:{outOfDate}");
        }

        if (rounds.Hinted > 0) waiting.Add($"changes:{rounds.Hinted}");
        var now = clock.Now;
        if (first <= now) waiting.Add(Due);
        return new Standing(now, next, waiting.Count == 0, waiting);
    }
}
