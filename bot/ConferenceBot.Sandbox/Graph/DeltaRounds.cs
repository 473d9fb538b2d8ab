namespace ConferenceBot.Sandbox.Graph;

/// <summary>What an opaque token stands for. A token can be asked again and gives the same again.</summary>
/// <param name="Mailbox">The mailbox it belongs to.</param>
/// <param name="Start">Frozen window, inclusive.</param>
/// <param name="End">Frozen window, exclusive.</param>
/// <param name="TimeZone">The outlook.timezone preference of the first page, or null when it had none.</param>
/// <param name="Known">Keys the client holds.</param>
/// <param name="Version">The mailbox's version the client has seen.</param>
internal sealed record DeltaToken(string Mailbox, DateTimeOffset Start, DateTimeOffset End, string? TimeZone,
    IReadOnlySet<string> Known, long Version)
{
    /// <summary>What is still to be given in this round; null for the token of a finished round.</summary>
    public IReadOnlyList<DeltaItem>? Rest { get; init; }

    /// <summary>Whether the page that a fault puts before the next one has been given.</summary>
    public bool Prefaced { get; init; }
}

/// <summary>One line of a round.</summary>
/// <param name="Entry">The entry, or null when it is gone from the window.</param>
internal sealed record DeltaItem(string Key, CalendarEntry? Entry);

/// <summary>The delta tokens of one mailbox handed out, and how a round is made.</summary>
internal sealed class DeltaRounds(MailboxCalendar calendar)
{
    /// <summary>Exchange keeps its tokens in a cache of limited size; an older one is answered 410.</summary>
    public const int MostKept = 500;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, DeltaToken> _tokens = new(StringComparer.Ordinal);

    public string Keep(DeltaToken token)
    {
        var text = Ids.Opaque(32);
        lock (_gate)
        {
            _tokens[text] = token;
            if (_tokens.Count > MostKept)
                _tokens.RemoveAt(0);
        }
        return text;
    }

    public DeltaToken? Find(string text)
    {
        lock (_gate)
            return _tokens.GetValueOrDefault(text);
    }

    /// <summary>Forgets every token, as Exchange does now and then: the next call with one gets 410.</summary>
    public void Expire()
    {
        lock (_gate)
            _tokens.Clear();
    }

    /// <summary>Starts a round: everything in the window for a new one, otherwise what changed since.</summary>
    public DeltaToken Begin(DeltaToken earlier)
    {
        if (earlier.Version > 0 && earlier.Version == calendar.Version)
            return earlier with { Rest = [] };
        var (version, view) = calendar.View(earlier.Start, earlier.End);
        var inside = view.Select(entry => entry.Key).ToHashSet();
        var changed = view.Where(entry => entry.Version > earlier.Version || !earlier.Known.Contains(entry.Key))
            .Select(entry => new DeltaItem(entry.Key, entry));
        var gone = earlier.Known.Where(key => !inside.Contains(key)).Order(StringComparer.Ordinal).Select(key => new DeltaItem(key, null));
        return earlier with { Known = inside, Version = version, Rest = [.. changed, .. gone] };
    }
}
