using System.Collections.Concurrent;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Clockwork;

/// <summary>The rounds of work over all councils; what the jobs call.</summary>
internal sealed class Rounds(CouncilsLookup councils, ICalendarScope scope, ReadCalendar calendars, Tick tick, IDeliveries deliveries)
{
    private const int MailboxesAtOnce = 4;
    private readonly ConcurrentDictionary<(CouncilKey, string), SemaphoreSlim> reading = new();

    public IEnumerable<CouncilKey> Councils => councils.All.Select(c => new CouncilKey(c.Key));

    /// <summary>Reads every mailbox, a few at once and each at most once at a time.</summary>
    /// <returns>The bookmarks after the read.</returns>
    public async Task<IReadOnlyCollection<MailboxBookmark>> SyncAsync(CancellationToken cancellationToken)
    {
        var read = new ConcurrentBag<MailboxBookmark>();
        await Parallel.ForEachAsync(
            Councils.SelectMany(c => scope.Mailboxes(c).Select(m => (Council: c, Mailbox: m))),
            new ParallelOptions { MaxDegreeOfParallelism = MailboxesAtOnce, CancellationToken = cancellationToken },
            async (box, ct) =>
            {
                var one = reading.GetOrAdd(box, _ => new SemaphoreSlim(1, 1));
                await one.WaitAsync(ct);
                try
                {
                    read.Add(await calendars.ReadAsync(box.Council, box.Mailbox, ct));
                }
                finally
                {
                    one.Release();
                }
            });
        foreach (var council in Councils) deliveries.Wake(council);
        return read;
    }

    public async Task TickAsync(CancellationToken cancellationToken)
    {
        foreach (var council in Councils)
            if (await tick.RunAsync(council, cancellationToken) > 0)
                deliveries.Wake(council);
    }

    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        foreach (var council in Councils) await deliveries.RunAsync(council, cancellationToken);
    }
}
