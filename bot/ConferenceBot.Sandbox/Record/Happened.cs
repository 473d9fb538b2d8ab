using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Record;

/// <summary>
/// Everything that happened, in one order: what the tenant saw (reads, messages, clicks, faults) and what the host's record tells
/// (decisions with their reasons, notices, deliveries, audit). Each is told once, also after a restart of the host.
/// </summary>
internal sealed class Happened(RecordClient client, Happenings log, Tenant tenant, MailboxCalendar calendar, ChangeFeed feed) : IDisposable
{
    public const int Kept = 2000;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly RecordNews _news = new(tenant, calendar);
    private readonly Queue<Line> _lines = new();
    private long _taken, _seq;

    /// <summary>What the host last told.</summary>
    public HostRecord Record { get; private set; } = HostRecord.Nothing;

    /// <summary>Asks the host what is new and tells the open pages when there is something.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (await TakeAsync(cancellationToken))
            feed.Publish("log");
    }

    /// <summary>Everything kept, oldest first, with what has happened until now.</summary>
    public async Task<IReadOnlyList<Line>> AllAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken);
        lock (_lines)
            return [.. _lines];
    }

    public void Dispose() => _one.Dispose();

    /// <returns>Whether the host told something new.</returns>
    private async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var fetched = await client.FetchAsync(cancellationToken);
            var seen = log.Since(_taken);
            _taken = seen.Count == 0 ? _taken : seen[^1].Seq;
            if (fetched is not null)
                Record = new HostRecord(fetched, Record);
            var told = fetched is null ? [] : _news.Of(Record, log.Now);
            Keep(Weave.Together([.. seen.Select(line => line.ToLine(Record))], told));
            return told.Count > 0;
        }
        finally
        {
            _one.Release();
        }
    }

    private void Keep(IReadOnlyList<Line> lines)
    {
        lock (_lines)
        {
            foreach (var line in lines)
                _lines.Enqueue(line with { Seq = ++_seq });
            while (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }
}
