using ConferenceBot.Workflows;

namespace ConferenceBot.Clockwork;

/// <summary>
/// Looks after the mailboxes' notifications beside the reads, never in their way: each mailbox when its own time has come, at once when
/// the calendar says that it needs care. One round at a time, a few mailboxes at once.
/// </summary>
internal sealed partial class SubscriptionRounds(
    MailboxList list, KeepSubscription keep, MailboxReads reads, TimeProvider machine, ILogger<SubscriptionRounds> logger) : IHostedService, IDisposable
{
    private const int AtOnce = 4;

    /// <summary>Nothing to do for now: the settings may say otherwise later.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly Dictionary<MailboxKey, DateTimeOffset> next = [];
    private readonly Dictionary<MailboxKey, SubscriptionNews> heard = [];
    private readonly CancellationTokenSource stop = new();
    private Task round = Task.CompletedTask;

    /// <summary>Begins a round unless one is under way or nothing is due; returns at once.</summary>
    public void Pulse()
    {
        lock (gate)
        {
            if (!round.IsCompleted || stop.IsCancellationRequested) return;
            if (Take() is { Count: > 0 } due) round = Task.Run(() => RunAsync(due, stop.Token));
        }
    }

    public void Care(MailboxKey mailbox, SubscriptionNews news)
    {
        lock (gate) Hear(mailbox, news);

        Pulse();
    }

    /// <summary>Ends when nothing is under way.</summary>
    public Task Settled
    {
        get
        {
            lock (gate) return round;
        }
    }

    /// <summary>Believes what was made before the last stop, before anybody can ask. Mailboxes that have left the settings are seen to as well.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var council in list.Councils)
            foreach (var mailbox in await keep.LoadAsync(council, cancellationToken))
                lock (gate) next[new MailboxKey(council, mailbox)] = default;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        try
        {
            await Settled.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LeftUnderWay();
        }
    }

    public void Dispose() => stop.Dispose();

    private List<(MailboxKey Mailbox, bool Wanted, SubscriptionNews News)> Take()
    {
        var wanted = list.All.ToHashSet();
        foreach (var mailbox in wanted) next.TryAdd(mailbox, default);
        var now = machine.GetUtcNow();
        List<(MailboxKey, bool, SubscriptionNews)> due = [];
        foreach (var (mailbox, at) in next)
        {
            heard.Remove(mailbox, out var news);
            if (at <= now || news.Care > SubscriptionCare.Usual || !wanted.Contains(mailbox)) due.Add((mailbox, wanted.Contains(mailbox), news));
        }

        return due;
    }

    private async Task RunAsync(List<(MailboxKey Mailbox, bool Wanted, SubscriptionNews News)> due, CancellationToken stopping)
    {
        try
        {
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping }, KeepAsync);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host is stopping; what was not looked after is due at the next start.
        }
    }

    private async ValueTask KeepAsync((MailboxKey Mailbox, bool Wanted, SubscriptionNews News) due, CancellationToken cancellationToken)
    {
        var ((council, mailbox), wanted, news) = due;
        try
        {
            var (made, at) = await keep.KeepAsync(council, mailbox, wanted, news, cancellationToken);
            lock (gate)
            {
                if (at is null && !wanted) next.Remove(due.Mailbox);
                else next[due.Mailbox] = at ?? machine.GetUtcNow() + Idle;
            }

            if (made) reads.Hint(due.Mailbox);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Failed(council.Value, problem.GetType().Name);
            lock (gate)
            {
                next[due.Mailbox] = machine.GetUtcNow() + Rest;
                Hear(due.Mailbox, news);
            }
        }
    }

    /// <summary>Under the lock; the more urgent news is kept.</summary>
    private void Hear(MailboxKey mailbox, SubscriptionNews news)
    {
        if (news.Care > heard.GetValueOrDefault(mailbox).Care) heard[mailbox] = news;
    }

    [LoggerMessage(7004, LogLevel.Warning, "The host stops while notifications are still being looked after; the rest is due at the next start")]
    private partial void LeftUnderWay();

    [LoggerMessage(7002, LogLevel.Error, "The notifications of a mailbox of council {Council} could not be looked after: {Problem}")]
    private partial void Failed(string council, string problem);
}

/// <summary>Passes a hint on to whoever follows it.</summary>
internal sealed class CalendarHints(MailboxReads reads, SubscriptionRounds subscriptions) : ICalendarHints
{
    public void Changed(Domain.CouncilKey council, string mailbox) => reads.Hint(new MailboxKey(council, mailbox));

    public void Care(Domain.CouncilKey council, string mailbox, SubscriptionNews news) =>
        subscriptions.Care(new MailboxKey(council, mailbox), news);
}
