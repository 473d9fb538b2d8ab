using ConferenceBot.Domain;

namespace ConferenceBot.Clockwork;

/// <summary>One mailbox of one council.</summary>
internal readonly record struct MailboxKey(CouncilKey Council, string Mailbox);

/// <summary>
/// Whose turn it is to be read. A mailbox that was hinted at is next at once, any other when its time has come; each has at most one read
/// at a time. Mailboxes in trouble (failed or slow at last) share a few places, so that they never keep a healthy one waiting.
/// </summary>
/// <remarks>Not safe for several callers at once; its owner locks.</remarks>
internal sealed class MailboxTurns
{
    /// <summary>Reads of healthy mailboxes begun at once, and of those in trouble.</summary>
    public const int Places = 8, TroubledPlaces = 4;

    /// <summary>Reads at once with those that have become slow in the meantime.</summary>
    public const int MostReads = 24;

    private readonly Dictionary<MailboxKey, State> mailboxes = [];
    private long hints;

    private sealed class State
    {
        public DateTimeOffset Next { get; set; }

        /// <summary>Not even a hint gets a read before; null = none.</summary>
        public DateTimeOffset? NotBefore { get; set; }

        /// <summary>In order of arrival; 0 = not hinted at.</summary>
        public long Hint { get; set; }
        public bool Troubled { get; set; }
        public bool Reading { get; set; }

        /// <summary>Somebody waits for the answer, be it that it is not time yet.</summary>
        public bool Asked { get; set; }
    }

    /// <summary>Those with a hint that no read has begun for.</summary>
    public int Pending => mailboxes.Values.Count(m => m.Hint > 0);

    /// <summary>Only these are read from now on; one that is new is due at once.</summary>
    public void Set(IEnumerable<MailboxKey> keys)
    {
        var wanted = keys.ToHashSet();
        foreach (var gone in mailboxes.Where(m => !wanted.Contains(m.Key) && !m.Value.Reading).Select(m => m.Key).ToList()) mailboxes.Remove(gone);
        foreach (var key in wanted) mailboxes.TryAdd(key, new State());
    }

    /// <summary>A hint while the mailbox is read leads to one more read after it.</summary>
    /// <returns>Whether it is the first one since the last read began.</returns>
    public bool Hint(MailboxKey key)
    {
        if (!mailboxes.TryGetValue(key, out var mailbox) || mailbox.Hint > 0) return false;
        mailbox.Hint = ++hints;
        return true;
    }

    public bool Knows(MailboxKey key) => mailboxes.ContainsKey(key);

    /// <summary>As a hint, and even a mailbox that rests is asked.</summary>
    public void Ask(MailboxKey key)
    {
        Hint(key);
        if (mailboxes.TryGetValue(key, out var mailbox)) mailbox.Asked = true;
    }

    /// <summary>Those to begin now, hinted ones first; each counts as being read from here on.</summary>
    public IReadOnlyList<MailboxKey> Begin(DateTimeOffset now)
    {
        List<MailboxKey> begun = [];
        var (healthy, troubled) = (mailboxes.Values.Count(m => m is { Reading: true, Troubled: false }), mailboxes.Values.Count(m => m is { Reading: true, Troubled: true }));
        foreach (var (key, mailbox) in mailboxes
            .Where(m => !m.Value.Reading && IsDue(m.Value, now))
            .OrderBy(m => m.Value.Hint == 0).ThenBy(m => m.Value.Hint).ThenBy(m => m.Value.Next))
        {
            if (healthy + troubled >= MostReads) break;
            if (mailbox.Troubled ? troubled >= TroubledPlaces : healthy >= Places) continue;
            if (mailbox.Troubled) troubled++;
            else healthy++;
            (mailbox.Reading, mailbox.Hint, mailbox.Asked) = (true, 0, false);
            begun.Add(key);
        }

        return begun;
    }

    private static bool IsDue(State mailbox, DateTimeOffset now) =>
        mailbox.Asked || (mailbox.Hint > 0 ? !(mailbox.NotBefore > now) : mailbox.Next <= now);

    /// <summary>A read that goes on for long gives its place among the healthy back, so that others are begun.</summary>
    public void IsSlow(MailboxKey key)
    {
        if (mailboxes.TryGetValue(key, out var mailbox) && mailbox.Reading) mailbox.Troubled = true;
    }

    /// <param name="notBefore">The mailbox is in trouble until then; null = it was read.</param>
    public void End(MailboxKey key, DateTimeOffset next, DateTimeOffset? notBefore, bool troubled)
    {
        if (!mailboxes.TryGetValue(key, out var mailbox)) return;
        (mailbox.Reading, mailbox.Next, mailbox.NotBefore, mailbox.Troubled) = (false, next, notBefore, troubled);
    }
}
