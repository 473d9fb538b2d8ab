namespace ConferenceBot.Delivery;

/// <summary>
/// The council's budget of calls into Teams: at most so many in any second, and for one conversation a burst of seven and then two every
/// five seconds. In any 1 s, 2 s, 30 s or hour that is at most 7, 7, 19 or 1,447 to one conversation, below each limit that Teams states
/// (7, 8, 60, 1,800; 50 a second for the application). Whoever waits for a conversation of their own holds up nobody else. The limiters of
/// the framework keep a time of their own; this one keeps machine time, so that its promise can be tested over hours.
/// </summary>
internal sealed class CallBudget(TimeProvider machine, int perSecond) : IDisposable
{
    private const int Burst = 7, PruneEvery = 512;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2.5), Second = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly long origin = machine.GetTimestamp();

    /// <summary>In order of arrival.</summary>
    private readonly LinkedList<Waiter> waiting = new();

    /// <summary>When the last calls were let go, at most as many as a second allows.</summary>
    private readonly Queue<TimeSpan> lately = new();

    /// <summary>When a conversation will have its whole burst again; one that has it is not kept.</summary>
    private readonly Dictionary<string, TimeSpan> conversations = new(StringComparer.Ordinal);

    private ITimer? timer;
    private TimeSpan restUntil;
    private int granted;

    private TimeSpan Now => machine.GetElapsedTime(origin);

    /// <summary>How many conversations are kept.</summary>
    public int Kept
    {
        get
        {
            lock (gate)
                return conversations.Count;
        }
    }

    /// <summary>How long no call at all is let go; zero when calls go.</summary>
    public TimeSpan RestsFor
    {
        get
        {
            lock (gate)
                return Left(restUntil);
        }
    }

    /// <summary>Waits until one call to this conversation may be made. Cancelling gives the place in the queue back and spends nothing.</summary>
    public Task SpendAsync(string conversation, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var waiter = new Waiter(conversation);
        lock (gate)
        {
            waiting.AddLast(waiter);
            LetGo();
            if (!waiter.Task.IsCompleted)
                waiter.Cancelling = cancellationToken.UnsafeRegister((_, token) => GiveBack(waiter, token), null);
        }

        return waiter.Task;
    }

    /// <summary>How long until this conversation takes another call; zero when it does now.</summary>
    public TimeSpan BusyFor(string conversation)
    {
        lock (gate)
        {
            return Left(FreeAt(conversation));
        }
    }

    /// <summary>Lets no call go for so long. A shorter rest does not end a longer one.</summary>
    public void Rest(TimeSpan rest)
    {
        lock (gate)
        {
            if (Now + rest > restUntil) restUntil = Now + rest;
            LetGo();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            timer?.Dispose();
            foreach (var waiter in waiting) waiter.TrySetCanceled(CancellationToken.None);
            waiting.Clear();
        }
    }

    /// <summary>Whoever came first of those who may go now goes; the timer comes back for the next.</summary>
    private void LetGo()
    {
        var now = Now;
        var next = TimeSpan.MaxValue;
        for (var node = waiting.First; node is not null;)
        {
            var (waiter, following) = (node.Value, node.Next);
            var council = CouncilFreeAt();
            if (council > now)
            {
                next = council;
                break;
            }

            var own = FreeAt(waiter.Conversation);
            if (own > now) next = own < next ? own : next;
            else
            {
                waiting.Remove(node);
                Grant(waiter, now);
            }

            node = following;
        }

        if (next == TimeSpan.MaxValue) return;
        timer ??= machine.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private void Look()
    {
        lock (gate)
            LetGo();
    }

    private void Grant(Waiter waiter, TimeSpan now)
    {
        if (lately.Count == perSecond) lately.Dequeue();
        lately.Enqueue(now);
        var whole = conversations.GetValueOrDefault(waiter.Conversation);
        conversations[waiter.Conversation] = (whole > now ? whole : now) + Each;
        if (++granted % PruneEvery == 0)
            foreach (var (conversation, since) in conversations)
                if (since <= now) conversations.Remove(conversation);
        waiter.Cancelling.Unregister();
        waiter.TrySetResult();
    }

    private TimeSpan Left(TimeSpan until) => until > Now ? until - Now : TimeSpan.Zero;

    private TimeSpan CouncilFreeAt()
    {
        var place = lately.Count < perSecond ? TimeSpan.Zero : lately.Peek() + Second;
        return place > restUntil ? place : restUntil;
    }

    private TimeSpan FreeAt(string conversation) => conversations.GetValueOrDefault(conversation) - ((Burst - 1) * Each);

    private void GiveBack(Waiter waiter, CancellationToken token)
    {
        lock (gate)
        {
            if (waiting.Remove(waiter)) waiter.TrySetCanceled(token);
        }
    }

    private sealed class Waiter(string conversation) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public string Conversation { get; } = conversation;
        public CancellationTokenRegistration Cancelling { get; set; }
    }
}
