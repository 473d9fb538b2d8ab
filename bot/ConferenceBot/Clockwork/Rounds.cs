using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Clockwork;

/// <summary>The rounds of work over all councils; what the jobs call.</summary>
internal sealed class Rounds(MailboxList list, MailboxReads reads, SubscriptionRounds subscriptions, Tick tick, IDeliveries deliveries)
{
    public IEnumerable<CouncilKey> Councils => list.Councils;

    /// <summary>Mailboxes that are said to have changed and are not being read yet.</summary>
    public int Hinted => reads.Hinted;

    /// <summary>Begins whatever read and whatever care is due; waits for nothing.</summary>
    public void Pulse()
    {
        reads.Pulse();
        subscriptions.Pulse();
    }

    /// <summary>Has every mailbox read once from now on.</summary>
    /// <returns>The bookmarks after the read.</returns>
    public Task<IReadOnlyCollection<MailboxBookmark>> SyncAsync(CancellationToken cancellationToken) => reads.ReadAllAsync(cancellationToken);

    /// <summary>Decides and looks until nothing is due.</summary>
    public Task TickAsync(CancellationToken cancellationToken) => EachAsync(tick.RunAsync, cancellationToken);

    public Task DecideAsync(CancellationToken cancellationToken) => EachAsync(tick.DecideAsync, cancellationToken);

    public Task LookAsync(CancellationToken cancellationToken) => EachAsync(tick.LookAsync, cancellationToken);

    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        foreach (var council in Councils) await deliveries.RunAsync(council, cancellationToken);
    }

    private async Task EachAsync(Func<CouncilKey, CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        foreach (var council in Councils)
            if (await run(council, cancellationToken) > 0)
                deliveries.Wake(council);
    }
}
