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
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(40);
    private const int MostLooks = 12;
    private long _taken, _seq;
    private int _settling;
    private bool _untold;

    /// <summary>What the host last told.</summary>
    public HostRecord Record { get; private set; } = HostRecord.Nothing;

    /// <summary>Lets the host settle, then asks it what is new and tells the open pages when there is something.</summary>
    public async Task<T> AroundAsync<T>(Func<Task<T>> settle, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _settling);
        try
        {
            return await settle();
        }
        finally
        {
            Interlocked.Decrement(ref _settling);
            if (!cancellationToken.IsCancellationRequested && await TakeAsync(last: true, cancellationToken) is { News: true })
                feed.Publish("log");
        }
    }

    /// <summary>
    /// Everything kept, oldest first, with what has happened until now; while the host settles, with what had happened before. A
    /// card that has arrived waits a moment for the host to say how it was sent and why.
    /// </summary>
    public async Task<IReadOnlyList<Line>> AllAsync(CancellationToken cancellationToken)
    {
        for (var look = 1; Volatile.Read(ref _settling) == 0; look++)
        {
            if (await TakeAsync(last: look == MostLooks, cancellationToken) is { Complete: true })
                break;
            await Task.Delay(Between, TimeProvider.System, cancellationToken);
        }
        lock (_lines)
            return [.. _lines];
    }

    public void Dispose() => _one.Dispose();

    /// <param name="last">Takes also what the host has not explained.</param>
    private async Task<(bool News, bool Complete)> TakeAsync(bool last, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var fetched = await client.FetchAsync(cancellationToken);
            if (fetched is not null)
                (Record, _untold) = (new HostRecord(fetched, Record), true);
            var seen = log.Since(_taken);
            if (!last && client.Answers && seen.Any(line => line.Kind == "delivery" && line.Activity is { } activity && !Record.Knows(activity)))
                return (false, false);
            _taken = seen.Count == 0 ? _taken : seen[^1].Seq;
            var told = _untold ? _news.Of(Record, log.Now) : [];
            _untold = false;
            Keep(Weave.Together([.. seen.Select(line => line.ToLine(Record))], told));
            return (told.Count > 0, true);
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
