using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Operations;

/// <summary>One mailbox, named by its place in the settings, from 0.</summary>
/// <param name="LastSuccess">Machine time of the last completed read; null = never.</param>
/// <param name="Subscribed">Whether notifications arrive; null = none are wanted.</param>
/// <param name="SubscriptionProblem">Short code; null = none.</param>
internal sealed record MailboxWatch(int Place, DateTimeOffset? LastSuccess, string? Problem, bool? Subscribed, string? SubscriptionProblem);

/// <param name="WithoutNextStep">Planned conferences that have not ended and for which nothing is due.</param>
/// <param name="WithoutCalendar">Planned conferences that have not ended and stand in no mailbox that is read any more.</param>
internal sealed record CouncilWatch(CouncilKey Council, IReadOnlyList<MailboxWatch> Mailboxes, int WithoutNextStep, int WithoutCalendar);

/// <summary>Looks whether silence means that all is well: every mailbox read and heard, every conference with a next step.</summary>
internal sealed class Watchdog(CouncilsLookup councils, ICalendarScope scope, IStore store, ISubscriptions subscriptions, WatchClocks clocks)
{
    /// <summary>The last look; empty before the first.</summary>
    public IReadOnlyList<CouncilWatch> Last { get; private set; } = [];

    public async Task<IReadOnlyList<CouncilWatch>> LookAsync(CancellationToken cancellationToken)
    {
        List<CouncilWatch> all = [];
        foreach (var council in councils.All.Select(c => new CouncilKey(c.Key)))
            all.Add(await store.ReadAsync(council, session => LookAsync(session, cancellationToken), cancellationToken));
        return Last = all;
    }

    private async Task<CouncilWatch> LookAsync(IStoreSession session, CancellationToken cancellationToken)
    {
        var bookmarks = (await session.Mailboxes.AllAsync(cancellationToken)).ToDictionary(b => b.Mailbox, StringComparer.Ordinal);
        var rows = (await session.Subscriptions.AllAsync(cancellationToken)).ToDictionary(s => s.Mailbox, StringComparer.Ordinal);
        var address = subscriptions.AddressOf(session.Council);
        var now = clocks.Machine.GetUtcNow();
        var mailboxes = scope.Mailboxes(session.Council).Select((mailbox, place) =>
        {
            var bookmark = bookmarks.GetValueOrDefault(mailbox);
            var row = rows.GetValueOrDefault(mailbox);
            bool? subscribed = address is null ? null : row?.IsLive(now) == true && row.Address == address;
            return new MailboxWatch(place, bookmark?.LastSuccess, bookmark?.Problem, subscribed, address is null ? null : row?.Problem);
        });
        return new CouncilWatch(
            session.Council, [.. mailboxes], await session.Dues.WithoutNextStepAsync(clocks.Procedure.Now, cancellationToken),
            await session.Dues.WithoutCalendarAsync(scope.Mailboxes(session.Council), clocks.Procedure.Now, cancellationToken));
    }
}

/// <summary>The two clocks.</summary>
internal sealed record WatchClocks(TimeProvider Machine, IProcedureClock Procedure);
