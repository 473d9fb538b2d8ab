namespace ConferenceBot.Sandbox.Graph;

/// <summary>The calendar of one mailbox, with a version for every change so that delta can be answered.</summary>
internal sealed class MailboxCalendar(Func<DateTimeOffset> now)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CalendarEntry> _entries = [];
    private readonly HashSet<string> _moved = [];
    private readonly List<CalendarEntry> _held = [];
    private long _version;

    /// <summary>Called after an entry changed: the entry as it is now, and created, updated or deleted.</summary>
    public Action<CalendarEntry, string> Changed { get; set; } = (_, _) => { };

    /// <summary>How often it has changed.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Puts an event in, or replaces the one with the same key.</summary>
    public void Put(CalendarEntry entry)
    {
        bool isNew;
        lock (_gate)
        {
            isNew = !_entries.TryGetValue(entry.Key, out var earlier) || earlier.IsDeleted;
            _entries[entry.Key] = entry = entry with { Version = ++_version, LastModified = now() };
        }
        Changed(entry, isNew ? "created" : "updated");
    }

    /// <returns>The entry with that key; null when there is none or it is deleted.</returns>
    public CalendarEntry? Find(string key)
    {
        lock (_gate)
            return _entries.TryGetValue(key, out var entry) && !entry.IsDeleted ? entry : null;
    }

    /// <summary>Keeps an event back until it appears; until then nobody sees it.</summary>
    public void Hold(CalendarEntry entry)
    {
        lock (_gate)
            _held.Add(entry);
    }

    /// <summary>Lets the events of a UID appear that were kept back.</summary>
    /// <returns>False when there is none.</returns>
    public bool Appear(string uid)
    {
        List<CalendarEntry> appearing;
        lock (_gate)
        {
            appearing = _held.FindAll(entry => entry.Uid == uid);
            _held.RemoveAll(entry => entry.Uid == uid);
        }
        appearing.ForEach(Put);
        return appearing.Count > 0;
    }

    /// <summary>Saves every event again without a change, so that a reader of changes is given each once more.</summary>
    public void Touch()
    {
        foreach (var entry in Entries())
            Change(entry.Key, same => same);
    }

    /// <summary>Changes an event; a series with all its occurrences, an occurrence so that it becomes an exception.</summary>
    /// <returns>False when there is no such event.</returns>
    public bool Edit(string key, Func<CalendarEntry, CalendarEntry> change)
    {
        if (Find(key) is not { } found)
            return false;
        if (found.Type == "seriesMaster")
        {
            foreach (var occurrence in Entries().Where(entry => entry.MasterKey == key))
                Change(occurrence.Key, change);
        }
        return Change(key, entry => change(entry) with { Type = entry.Type == "occurrence" ? "exception" : entry.Type });
    }

    /// <summary>Moves an event.</summary>
    /// <returns>False when there is no such event.</returns>
    public bool Move(string key, DateTimeOffset start, DateTimeOffset end)
    {
        if (!Change(key, entry => entry with { Start = start, End = end, Type = entry.Type == "occurrence" ? "exception" : entry.Type }))
            return false;
        lock (_gate)
            _moved.Add(key);
        return true;
    }

    /// <summary>Cancels an event, and with a series master its occurrences. A single occurrence that stays, marked, is an exception then.</summary>
    /// <param name="keep">True leaves it in the calendar, marked cancelled; false removes it.</param>
    public bool Cancel(string key, bool keep)
    {
        foreach (var occurrence in Entries().Where(entry => entry.MasterKey == key))
            Change(occurrence.Key, entry => Cancelled(entry, keep));
        return Change(key, entry => Cancelled(entry, keep) with { Type = keep && entry.Type == "occurrence" ? "exception" : entry.Type });
    }

    /// <returns>Every entry that still exists, in order of start.</returns>
    public IReadOnlyList<CalendarEntry> Entries() => [.. All().Where(entry => !entry.IsDeleted)];

    /// <returns>Every entry there ever was, in order of start.</returns>
    public IReadOnlyList<CalendarEntry> All()
    {
        lock (_gate)
            return [.. _entries.Values.OrderBy(entry => entry.Start).ThenBy(entry => entry.Key, StringComparer.Ordinal)];
    }

    public bool WasMoved(string key)
    {
        lock (_gate)
            return _moved.Contains(key);
    }

    /// <summary>What a calendar view of the window holds now: entries that overlap it, and masters with such an occurrence.</summary>
    public (long Version, IReadOnlyList<CalendarEntry> Entries) View(DateTimeOffset start, DateTimeOffset end)
    {
        lock (_gate)
        {
            var inside = _entries.Values.Where(entry => !entry.IsDeleted && entry.Type != "seriesMaster"
                && entry.Start < end && entry.End > start).ToList();
            var masters = inside.Select(entry => entry.MasterKey).OfType<string>().ToHashSet();
            return (_version, [.. _entries.Values.Where(entry => masters.Contains(entry.Key) && !entry.IsDeleted),
                .. inside.OrderBy(entry => entry.Start).ThenBy(entry => entry.Key, StringComparer.Ordinal)]);
        }
    }

    private static CalendarEntry Cancelled(CalendarEntry entry, bool keep) =>
        keep ? entry with { IsCancelled = true, Subject = "Canceled: " + entry.Subject } : entry with { IsDeleted = true };

    private bool Change(string key, Func<CalendarEntry, CalendarEntry> change)
    {
        CalendarEntry? entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry) || entry.IsDeleted)
                return false;
            _entries[key] = entry = change(entry) with { Version = ++_version, LastModified = now() };
        }
        Changed(entry, entry.IsDeleted ? "deleted" : "updated");
        return true;
    }
}
