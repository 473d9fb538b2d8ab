using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.Calendars;

/// <summary>
/// Reads a mailbox's calendar with Graph's <c>calendarView</c> delta, one page a call, so that the caller can keep the link with the page's
/// effect. What Graph gives outside the window is passed on: it says where a known conference has moved to.
/// </summary>
internal sealed class GraphCalendarReader(
    GraphClients clients, GraphCalls calls, CalendarQueries queries, Recognitions recognitions, ILogger<GraphCalendarReader> logger) : ICalendarReader
{
    private readonly Series series = new(calls, queries);
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
        if (item is null) return null;
        var joined = await series.JoinAsync(council, mailbox, [item], cancellationToken);
        return joined.SingleOrDefault()?.Map(recognitions.For(council))?.Seen;
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
        var unreadable = page.Unreadable.ToList();
        var seen = new List<SeenEvent>();
        foreach (var joined in await series.JoinAsync(council, mailbox, page.Events, cancellationToken))
            if (joined.Map(recognition) is { } mapped) seen.Add(mapped.Seen);
            else unreadable.Add(joined.Item.Id!);
        foreach (var id in unreadable) logger.EventUnreadable(council.Value, id);
        logger.PageRead(council.Value, seen.Count, seen.Count(one => one.Recognised is not null), page.RemovedIds.Count, unreadable.Count);
        return new CalendarPage([.. seen], [.. page.RemovedIds], [.. unreadable.Where(id => id.Length > 0)], page.Link, page.IsLast, Restart: false);
    }

    private static bool IsOutdated(ApiException refusal) =>
        refusal.ResponseStatusCode == 410
        || (refusal.ResponseStatusCode is >= 400 and < 500
            && GraphCalls.Code(refusal).ToUpperInvariant() is "SYNCSTATENOTFOUND" or "SYNCSTATEINVALID" or "RESYNCREQUIRED");
}
