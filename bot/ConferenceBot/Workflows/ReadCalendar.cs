using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>
/// Reads one mailbox to the end of its delta, page by page; the bookmark moves in the same transaction as the page's data. A
/// mailbox that cannot be read keeps its bookmark and says why; it never blocks another.
/// </summary>
internal sealed class ReadCalendar(CalendarSource source, IStore store, SeeEvent events, IRuleClocks clocks, TimeProvider machine)
{
    /// <summary>After the first failure in a row, the second and so on; the last one for all that follow.</summary>
    private static readonly TimeSpan[] Rests = [.. new[] { 2, 15, 30, 60, 120, 300 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>How far the frozen window may fall behind before a new full round begins, so that nothing is learned late.</summary>
    private static readonly TimeSpan RollEvery = TimeSpan.FromDays(7);

    /// <summary>Pages of one read; a calendar with more of them goes round in circles.</summary>
    private const int MostPages = 2000;

    /// <returns>The bookmark after the read; its problem is null when the mailbox was read to its end.</returns>
    public async Task<MailboxBookmark> ReadAsync(CouncilKey council, string mailbox, CancellationToken cancellationToken)
    {
        var bookmark = await store.ReadAsync(council, s => s.Mailboxes.FindAsync(mailbox, cancellationToken), cancellationToken)
            ?? new MailboxBookmark(mailbox, null, 0, true, default, null, null, null);
        if (bookmark.NotBefore > machine.GetUtcNow()) return bookmark;
        if (IsBehind(council, bookmark)) bookmark = bookmark with { Link = null };
        try
        {
            var links = new HashSet<string>(StringComparer.Ordinal);
            for (var restarts = 0; ;)
            {
                if (bookmark.Link is { } link && (!links.Add(link) || links.Count > MostPages))
                {
                    bookmark = bookmark with { Link = null };
                    throw new CalendarAwayException("pageLoop", null, null);
                }

                (bookmark, var read) = await ReadPageAsync(council, bookmark, cancellationToken);
                if (read == PageRead.Last) return bookmark;
                if (read == PageRead.Restart && ++restarts > 1) throw new CalendarAwayException("resyncRepeated", null, null);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var away = problem as CalendarAwayException;
            var rest = away?.RetryAfter ?? Rests[Math.Min(bookmark.Failures, Rests.Length - 1)];
            var failed = bookmark with
            {
                Problem = away?.Code ?? problem.GetType().Name, Failures = bookmark.Failures + 1, NotBefore = machine.GetUtcNow() + rest,
            };
            await store.WriteAsync(council, async s =>
            {
                await s.Mailboxes.SaveAsync(failed, cancellationToken);
                return true;
            }, cancellationToken);
            return failed;
        }
    }

    /// <summary>A week, or a quarter of what is looked ahead when that is shorter; a window made longer in the settings counts too.</summary>
    private bool IsBehind(CouncilKey council, MailboxBookmark bookmark)
    {
        var now = clocks.Of(council).Now;
        var until = source.WindowAt(council, now).Until;
        var quarter = (until - now) / 4;
        return bookmark.WindowEnd < until - (quarter < RollEvery ? quarter : RollEvery);
    }

    private enum PageRead
    {
        More,
        Last,
        Restart,
    }

    /// <summary>Reads one page and applies it; returns the bookmark that was saved with it.</summary>
    private async Task<(MailboxBookmark, PageRead)> ReadPageAsync(
        CouncilKey council, MailboxBookmark bookmark, CancellationToken cancellationToken)
    {
        var window = source.WindowAt(council, clocks.Of(council).Now);
        if (bookmark.Link is null)
            bookmark = bookmark with { Round = bookmark.Round + 1, RoundComplete = false, WindowEnd = window.Until };

        var (page, professionals) = await source.ReadAsync(council, bookmark, window, cancellationToken);
        if (page.Restart) return (bookmark with { Link = null }, PageRead.Restart);
        var beyond = await BeyondAsync(council, bookmark, page, cancellationToken);
        var saved = await store.WriteAsync(council, async session =>
        {
            var clock = clocks.Of(council);
            // Most of a calendar is no conference and never was; what is neither recognised nor linked has nothing to be done.
            var linked = await session.Conferences.LinkedAsync(
                bookmark.Mailbox, [.. page.Events.Select(seen => seen.Id), .. page.RemovedIds], cancellationToken);
            foreach (var seen in page.Events.Where(seen => seen.Recognised is not null || linked.Contains(seen.Id)))
                await events.SeeAsync(session, bookmark, seen, professionals, clock, cancellationToken);
            foreach (var unreadable in page.UnreadableIds)
                await session.Conferences.TouchEventAsync(bookmark.Mailbox, unreadable, bookmark.Round, cancellationToken);
            foreach (var removed in page.RemovedIds.Where(linked.Contains))
                if (beyond.TryGetValue(removed, out var moved)) await events.SeeAsync(session, bookmark, moved.Seen, moved.Known, clock, cancellationToken);
                else await events.GoneAsync(session, bookmark.Mailbox, removed, clock, cancellationToken);
            if (page.IsLast && !bookmark.RoundComplete)
                foreach (var gone in await session.Conferences.EventsNotSeenAsync(bookmark.Mailbox, bookmark.Round, cancellationToken))
                    await events.NotSeenAsync(session, bookmark, gone, clock, cancellationToken);
            var after = bookmark with { Link = page.Link, NotBefore = null };
            if (page.IsLast) after = after with { RoundComplete = true, LastSuccess = machine.GetUtcNow(), Problem = null, Failures = 0 };
            await session.Mailboxes.SaveAsync(after, cancellationToken);
            return after;
        }, cancellationToken);
        return (saved, page.IsLast ? PageRead.Last : PageRead.More);
    }

    /// <summary>
    /// Graph names an event removed also when it only moved to after what is read. A conference that was moved that far is not cancelled: each
    /// linked event named so is looked at once.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, (SeenEvent Seen, IReadOnlyList<KnownAddress> Known)>> BeyondAsync(
        CouncilKey council, MailboxBookmark bookmark, CalendarPage page, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, (SeenEvent, IReadOnlyList<KnownAddress>)>(StringComparer.Ordinal);
        var linked = page.RemovedIds.IsEmpty
            ? new HashSet<string>()
            : await store.ReadAsync(council, s => s.Conferences.LinkedAsync(bookmark.Mailbox, page.RemovedIds, cancellationToken), cancellationToken);
        foreach (var removed in linked)
            if (await source.ReadEventAsync(council, bookmark.Mailbox, removed, cancellationToken) is { } seen && seen.Slot.Start >= bookmark.WindowEnd)
                found[removed] = (seen, await source.KnowAsync(council, seen, cancellationToken));
        return found;
    }
}
