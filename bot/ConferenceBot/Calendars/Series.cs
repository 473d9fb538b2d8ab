using ConferenceBot.Councils;
using ConferenceBot.Domain;
using Microsoft.Graph.Models;

namespace ConferenceBot.Calendars;

/// <summary>One event of a calendar with the master that lends it what it lacks.</summary>
/// <param name="Master">Null for an event that is whole, and for an occurrence whose master is gone or cannot be read.</param>
internal sealed record JoinedEvent(Event Item, Event? Master)
{
    /// <summary>What was made of it; null when it cannot be read.</summary>
    public (Workflows.SeenEvent Seen, RecognitionResult Result)? Map(Recognition recognition) =>
        Master is null && Series.NeedsMaster(Item) ? null : EventMapping.Map(Item, Master, recognition);
}

/// <summary>
/// The master of a series is not an event of its own and is left out. An occurrence comes with little more than its times: its master is taken
/// from the same page, or read once.
/// </summary>
internal sealed class Series(GraphCalls calls, CalendarQueries queries)
{
    /// <summary>Whether an event holds little more than its times.</summary>
    public static bool NeedsMaster(Event item) =>
        item.Type == EventType.Occurrence && item.Subject is null && !string.IsNullOrEmpty(item.SeriesMasterId);

    /// <exception cref="Workflows.CalendarAwayException">A master could not be read.</exception>
    public async Task<IReadOnlyList<JoinedEvent>> JoinAsync(
        CouncilKey council, string mailbox, IReadOnlyCollection<Event> events, CancellationToken cancellationToken)
    {
        var masters = events.Where(item => item.Type == EventType.SeriesMaster).ToDictionary(item => item.Id!, Event? (item) => item);
        var joined = new List<JoinedEvent>();
        foreach (var item in events.Where(item => item.Type != EventType.SeriesMaster))
        {
            Event? master = null;
            if (NeedsMaster(item) && !masters.TryGetValue(item.SeriesMasterId!, out master))
                masters[item.SeriesMasterId!] = master = await calls.AskAsync(
                    cancel => queries.MasterAsync(council, mailbox, item.SeriesMasterId!, cancel), cancellationToken);
            joined.Add(new JoinedEvent(item, master));
        }

        return joined;
    }
}
