using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Changes an event in every calendar that holds it, and lets calendars change by themselves as time passes. Each change happens once.</summary>
internal sealed class CalendarChanges(IEnumerable<CalendarChange> changes, Mailboxes mailboxes, Func<DateTimeOffset> now, Happenings log)
{
    private readonly Lock _gate = new();
    private readonly List<CalendarChange> _left = [.. changes.OrderBy(change => change.At)];

    /// <returns>When the next change is; null when none is left.</returns>
    public DateTimeOffset? Next()
    {
        lock (_gate)
            return _left.Count == 0 ? null : _left[0].At;
    }

    /// <returns>When the next change of that event is; null when none is left.</returns>
    public DateTimeOffset? NextOf(string uid)
    {
        lock (_gate)
            return _left.Find(change => change.Uid == uid)?.At;
    }

    /// <summary>Makes every change that is due at or before now.</summary>
    public void Apply()
    {
        while (TryTake() is { } change)
        {
            if (change.Appears)
                Appear(change.Uid);
            else if (change is { Start: { } start, End: { } end })
                Move(change.Uid, start, end);
            else
                Cancel(change.Uid, change.KeepCancelled);
        }
    }

    public bool Appear(string uid)
    {
        var done = mailboxes.All.Select(box => box.Calendar.Appear(uid)).ToList().Contains(true);
        if (done)
            log.Add("graph", null, "A conference is booked in the calendar.");
        return done;
    }

    public bool Move(string uid, DateTimeOffset start, DateTimeOffset end)
    {
        var done = mailboxes.Holding(uid).Select(box => box.Calendar.Move(uid, start, end)).ToList().Contains(true);
        if (done)
            log.Add("graph", null, "A conference is moved in the calendar.");
        return done;
    }

    public bool Cancel(string uid, bool keep = false)
    {
        var done = mailboxes.Holding(uid).Select(box => box.Calendar.Cancel(uid, keep)).ToList().Contains(true);
        if (done)
            log.Add("graph", null, "A conference is cancelled in the calendar.");
        return done;
    }

    private CalendarChange? TryTake()
    {
        lock (_gate)
        {
            if (_left.Count == 0 || _left[0].At > now())
                return null;
            var change = _left[0];
            _left.RemoveAt(0);
            return change;
        }
    }
}
