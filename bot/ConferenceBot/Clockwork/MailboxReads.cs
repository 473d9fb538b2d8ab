using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Clockwork;

/// <summary>
/// Begins the reads whose turn it is and waits for none of them: by the engine's pulse, by a hint, and when a read has ended. A stop ends
/// what is under way between two pages; the next start goes on from there.
/// </summary>
internal sealed partial class MailboxReads(
    MailboxList list, MailboxRead one, IOptions<ClockworkOptions> options, TimeProvider machine, ILogger<MailboxReads> logger) : IHostedService, IDisposable
{
    /// <summary>A read longer than this does not count as a healthy mailbox's any more, nor does the next one of that mailbox.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    /// <summary>Before a mailbox is asked again whose failure could not even be noted.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly MailboxTurns turns = new();
    private readonly Dictionary<MailboxKey, (long Began, Task Read)> reading = [];
    private readonly Dictionary<MailboxKey, TaskCompletionSource<MailboxBookmark>> asked = [];
    private readonly CancellationTokenSource stop = new();

    /// <summary>Mailboxes of which a hint has not been followed yet.</summary>
    public int Hinted
    {
        get
        {
            lock (gate) return turns.Pending;
        }
    }

    /// <summary>Reads that have begun and not ended.</summary>
    public int UnderWay
    {
        get
        {
            lock (gate) return reading.Count;
        }
    }

    /// <summary>Begins what may begin; returns at once.</summary>
    public void Pulse()
    {
        lock (gate)
        {
            if (stop.IsCancellationRequested) return;
            turns.Set(list.All);
            Begin();
        }
    }

    /// <summary>Somebody said that the mailbox has changed.</summary>
    public void Hint(MailboxKey mailbox)
    {
        lock (gate)
        {
            if (stop.IsCancellationRequested) return;
            if (!turns.Knows(mailbox)) turns.Set(list.All);
            if (turns.Hint(mailbox)) Begin();
        }
    }

    /// <summary>Has every mailbox read once from now on, and waits for all of them.</summary>
    public async Task<IReadOnlyCollection<MailboxBookmark>> ReadAllAsync(CancellationToken cancellationToken)
    {
        List<Task<MailboxBookmark>> all = [];
        lock (gate)
        {
            stop.Token.ThrowIfCancellationRequested();
            turns.Set(list.All);
            foreach (var mailbox in list.All)
            {
                if (!asked.TryGetValue(mailbox, out var answer))
                    asked[mailbox] = answer = new TaskCompletionSource<MailboxBookmark>(TaskCreationOptions.RunContinuationsAsynchronously);
                turns.Ask(mailbox);
                all.Add(answer.Task);
            }

            Begin();
        }

        return await Task.WhenAll(all).WaitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        Task[] ending;
        lock (gate)
        {
            foreach (var answer in asked.Values) answer.TrySetCanceled(stop.Token);
            ending = [.. reading.Values.Select(r => r.Read)];
        }

        try
        {
            await Task.WhenAll(ending).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LeftUnderWay(ending.Count(read => !read.IsCompleted));
        }
    }

    [LoggerMessage(7003, LogLevel.Warning, "The host stops while {Reads} calendars are still being read; each goes on from its last page at the next start")]
    private partial void LeftUnderWay(int reads);

    public void Dispose() => stop.Dispose();

    private void Begin()
    {
        if (stop.IsCancellationRequested) return;
        foreach (var (mailbox, (began, _)) in reading)
            if (machine.GetElapsedTime(began) > Slow) turns.IsSlow(mailbox);
        foreach (var mailbox in turns.Begin(machine.GetUtcNow()))
        {
            asked.Remove(mailbox, out var answer);
            reading[mailbox] = (machine.GetTimestamp(), Task.Run(() => ReadAsync(mailbox, answer, stop.Token)));
        }
    }

    private async Task ReadAsync(MailboxKey mailbox, TaskCompletionSource<MailboxBookmark>? answer, CancellationToken stopping)
    {
        var began = machine.GetTimestamp();
        DateTimeOffset? notBefore = machine.GetUtcNow() + Rest;
        var troubled = true;
        try
        {
            var bookmark = await one.ReadAsync(mailbox, stopping);
            (notBefore, troubled) = (bookmark.NotBefore, bookmark.Problem is not null);
            answer?.TrySetResult(bookmark);
        }
        catch (Exception problem)
        {
            answer?.TrySetException(problem);
        }
        finally
        {
            lock (gate)
            {
                reading.Remove(mailbox);
                var next = notBefore ?? machine.GetUtcNow() + options.Value.SyncEvery;
                turns.End(mailbox, next, notBefore, troubled || machine.GetElapsedTime(began) > Slow);
                Begin();
            }
        }
    }
}
