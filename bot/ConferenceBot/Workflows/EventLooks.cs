using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Workflows;

/// <summary>What was made of a calendar event, without a word of its text.</summary>
/// <param name="Outcome">Short code, such as <c>Recognised</c> or <c>NoReference</c>.</param>
/// <param name="Type">Null unless recognised.</param>
/// <param name="TypeAssumed">The event named no type; the one with the longest notice was taken.</param>
internal sealed record EventLook(string Outcome, ConferenceType? Type = null, bool TypeAssumed = false)
{
    /// <summary>It is there, but could not be read.</summary>
    public static EventLook Unreadable { get; } = new("Unreadable");
}

/// <summary>Where a look was taken.</summary>
internal readonly record struct EventPlace(CouncilKey Council, string Mailbox, string EventId);

/// <summary>
/// The latest look at each calendar event: in memory only, and the oldest are forgotten first. It decides nothing; it answers "why is
/// this event not a conference?".
/// </summary>
internal sealed class EventLooks
{
    private const int Most = 5000;
    private readonly Lock gate = new();
    private readonly Dictionary<EventPlace, EventLook> looks = [];
    private readonly Queue<EventPlace> order = new();
    private long changes;

    /// <summary>Grows with every look that differs from the one before.</summary>
    public long Changes => Interlocked.Read(ref changes);

    public void Note(CouncilKey council, string mailbox, CalendarPage page)
    {
        lock (gate)
        {
            foreach (var seen in page.Events)
                if (seen.Look is { } look) Put(new EventPlace(council, mailbox, seen.Id), look);
            foreach (var id in page.UnreadableIds) Put(new EventPlace(council, mailbox, id), EventLook.Unreadable);
            foreach (var id in page.RemovedIds)
                if (looks.Remove(new EventPlace(council, mailbox, id))) changes++;
        }
    }

    public IReadOnlyList<(EventPlace Place, EventLook Look)> Of(CouncilKey council)
    {
        lock (gate) return [.. looks.Where(pair => pair.Key.Council == council).Select(pair => (pair.Key, pair.Value))];
    }

    private void Put(EventPlace place, EventLook look)
    {
        if (looks.TryGetValue(place, out var before) && before == look) return;
        if (before is null) order.Enqueue(place);
        looks[place] = look;
        changes++;
        while (order.Count > Most) looks.Remove(order.Dequeue());
    }
}
