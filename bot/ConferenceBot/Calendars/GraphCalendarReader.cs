using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.Calendars;

/// <summary>
/// Reads a mailbox's calendar with Graph's <c>calendarView</c> delta, one page a call, so that the caller can keep the link with the page's
/// effect. What Graph gives outside the window is passed on: it says where a known conference has moved to.
/// </summary>
/// <remarks>
/// A series: its master is not an event of its own and is left out. An occurrence comes with little more than its times; what it lacks is
/// lent by its master, from the same page or, when the master is not on it, read for this page once.
/// </remarks>
internal sealed class GraphCalendarReader(
    GraphClients clients, GraphCalls calls, CalendarQueries queries, Recognitions recognitions, ILogger<GraphCalendarReader> logger) : ICalendarReader
{
    private static readonly CalendarPage Restart = new([], [], [], null, IsLast: false, Restart: true);

    /// <exception cref="CalendarAwayException">The calendar could not be read; nothing of the page is lost, the same link can be asked again.</exception>
    public async Task<CalendarPage> ReadPageAsync(
        CouncilKey council, string mailbox, string? link, CalendarWindow window, CancellationToken cancellationToken)
    {
        if (link is not null && !clients.Owns(council, link))
        {
            logger.LinkOfAnotherOrigin(council.Value);
            return Restart;
        }
        try
        {
            var page = await calls.AskAsync(cancel => AskAsync(council, mailbox, link, window, cancel), cancellationToken);
            if (page is null)
            {
                logger.LinkOutdated(council.Value);
                return Restart;
            }
            return await MapAsync(council, mailbox, page, cancellationToken);
        }
        catch (CalendarAwayException away)
        {
            logger.CalendarAway(council.Value, away.Code, away.RetryAfter);
            throw;
        }
    }

    public async Task<SeenEvent?> ReadEventAsync(CouncilKey council, string mailbox, string eventId, CancellationToken cancellationToken)
    {
        var item = await calls.AskAsync(cancel => queries.EventAsync(council, mailbox, eventId, cancel), cancellationToken);
        if (item is null || item.Type == EventType.SeriesMaster) return null;
        var master = NeedsMaster(item)
            ? await calls.AskAsync(cancel => queries.MasterAsync(council, mailbox, item.SeriesMasterId!, cancel), cancellationToken)
            : null;
        if (NeedsMaster(item) && master is null) return null;
        return EventMapping.Map(item, master, recognitions.For(council))?.Seen;
    }

    /// <returns>Null when the link is outdated.</returns>
    private async Task<DeltaPage?> AskAsync(
        CouncilKey council, string mailbox, string? link, CalendarWindow window, CancellationToken cancellationToken)
    {
        try
        {
            var page = await queries.PageAsync(council, mailbox, link, window, cancellationToken);
            return clients.Owns(council, page.Link) ? page : throw new ForeignLinkException();
        }
        catch (ApiException refusal) when (link is not null && IsOutdated(refusal))
        {
            return null;
        }
    }

    private async Task<CalendarPage> MapAsync(CouncilKey council, string mailbox, DeltaPage page, CancellationToken cancellationToken)
    {
        var recognition = recognitions.For(council);
        var masters = page.Events.Where(item => item.Type == EventType.SeriesMaster).ToDictionary(item => item.Id!, Event? (item) => item);
        var unreadable = page.Unreadable.ToList();
        var seen = new List<SeenEvent>();
        foreach (var item in page.Events.Where(item => item.Type != EventType.SeriesMaster))
        {
            Event? master = null;
            if (NeedsMaster(item) && !masters.TryGetValue(item.SeriesMasterId!, out master))
                masters[item.SeriesMasterId!] = master = await calls.AskAsync(
                    cancel => queries.MasterAsync(council, mailbox, item.SeriesMasterId!, cancel), cancellationToken);
            if ((NeedsMaster(item) && master is null) || EventMapping.Map(item, master, recognition) is not { } mapped)
                unreadable.Add(item.Id!);
            else
                seen.Add(mapped.Seen);
        }
        foreach (var id in unreadable) logger.EventUnreadable(council.Value, id);
        logger.PageRead(council.Value, seen.Count, seen.Count(one => one.Recognised is not null), page.RemovedIds.Count, unreadable.Count);
        return new CalendarPage([.. seen], [.. page.RemovedIds], [.. unreadable.Where(id => id.Length > 0)], page.Link, page.IsLast, Restart: false);
    }

    /// <summary>Whether an event holds little more than its times.</summary>
    public static bool NeedsMaster(Event item) =>
        item.Type == EventType.Occurrence && item.Subject is null && !string.IsNullOrEmpty(item.SeriesMasterId);

    private static bool IsOutdated(ApiException refusal) =>
        refusal.ResponseStatusCode == 410
        || (refusal.ResponseStatusCode is >= 400 and < 500
            && GraphCalls.Code(refusal).ToUpperInvariant() is "SYNCSTATENOTFOUND" or "SYNCSTATEINVALID" or "RESYNCREQUIRED");
}
