using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>
/// Keeps the change notifications of one mailbox alive: made, renewed long before they end, made again when they are gone, deleted when
/// nobody wants them. A failure is a code and a time on the row; reading the calendar does not depend on it.
/// </summary>
internal sealed class KeepSubscription(ISubscriptions calendar, KnownSubscriptions known, IStore store, IIds ids, TimeProvider machine)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(15), LongestRest = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);

    /// <summary>How long before its end a subscription is renewed at the latest, when its life allows.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(48);

    /// <param name="wanted">Whether the mailbox is still one of the settings'.</param>
    /// <returns>Whether it was made anew, so that the mailbox has to be read; and machine time of the next look, null when there is nothing left to keep.</returns>
    public async Task<(bool Made, DateTimeOffset? Next)> KeepAsync(
        CouncilKey council, string mailbox, bool wanted, SubscriptionNews news, CancellationToken cancellationToken)
    {
        var now = machine.GetUtcNow();
        var address = wanted ? calendar.AddressOf(council) : null;
        var row = await store.ReadAsync(council, s => s.Subscriptions.FindAsync(mailbox, cancellationToken), cancellationToken);
        if (row is null && address is null) return (false, null);
        row = await CareAsync(council, row ?? new MailboxSubscription(mailbox), news, now, cancellationToken);
        if (row.NotBefore > now) return (false, row.NotBefore);
        try
        {
            if (row.IsLive(now) && row.Address == address)
            {
                if (row.RenewAt > now) return (false, row.RenewAt);
                if (await calendar.RenewAsync(council, row.Id!, cancellationToken) is { } renewed)
                    return (false, (await SaveAsync(council, Granted(row, renewed), cancellationToken)).RenewAt);
            }
            else if (row.IsLive(now))
            {
                await DeleteAsync(council, row, mustGo: address is null, cancellationToken);
            }

            if (address is null)
            {
                await RemoveAsync(council, mailbox, cancellationToken);
                return (false, null);
            }

            return (true, (await MakeAsync(council, row, address, cancellationToken)).RenewAt);
        }
        catch (CalendarAwayException away)
        {
            var rest = away.RetryAfter ?? Rest(row.Failures);
            row = row with { Problem = away.Code, Failures = row.Failures + 1, NotBefore = machine.GetUtcNow() + rest };
            await SaveAsync(council, row, cancellationToken);
            return (false, row.NotBefore);
        }
    }

    /// <summary>Believes again what was made before the last stop.</summary>
    /// <returns>Their mailboxes.</returns>
    public async Task<IReadOnlyList<string>> LoadAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(council, s => s.Subscriptions.AllAsync(cancellationToken), cancellationToken);
        foreach (var row in rows) known.Take(council, row);
        return [.. rows.Select(row => row.Mailbox)];
    }

    /// <summary>What was said about it is remembered before anything is tried, so that neither a failure nor a stop forgets it.</summary>
    private async Task<MailboxSubscription> CareAsync(
        CouncilKey council, MailboxSubscription row, SubscriptionNews news, DateTimeOffset now, CancellationToken cancellationToken) => news.Care switch
    {
        _ when row.Id is null || row.Id != news.Id => row,
        SubscriptionCare.Again => await SaveAsync(council, row with { Id = null }, cancellationToken),
        SubscriptionCare.Renew when row.RenewAt > now => await SaveAsync(council, row with { RenewAt = now }, cancellationToken),
        _ => row,
    };

    /// <summary>One that reports to another address only gets in the way of the next one, which sees to it when it cannot be deleted now.</summary>
    private async Task DeleteAsync(CouncilKey council, MailboxSubscription row, bool mustGo, CancellationToken cancellationToken)
    {
        known.Forget(council, row.Mailbox);
        try
        {
            await calendar.DeleteAsync(council, row.Id!, cancellationToken);
        }
        catch (CalendarAwayException) when (!mustGo)
        {
        }
    }

    private async Task<MailboxSubscription> MakeAsync(
        CouncilKey council, MailboxSubscription before, string address, CancellationToken cancellationToken)
    {
        var fresh = new MailboxSubscription(before.Mailbox) { Nonce = ids.Next(), Address = address };
        var words = known.ClientState(council, fresh.Mailbox, fresh.Nonce);
        var grant = await calendar.CreateAsync(council, fresh.Mailbox, address, words, cancellationToken);
        if (grant is null)
        {
            // One that this host has no words for, such as one made just before a crash: it cannot be believed, so it goes.
            foreach (var id in await calendar.ListAsync(council, fresh.Mailbox, cancellationToken))
                await calendar.DeleteAsync(council, id, cancellationToken);
            grant = await calendar.CreateAsync(council, fresh.Mailbox, address, words, cancellationToken)
                ?? throw new CalendarAwayException("subscriptionConflict", null, null);
        }

        return await SaveAsync(council, Granted(fresh, grant), cancellationToken);
    }

    private MailboxSubscription Granted(MailboxSubscription row, Grant grant)
    {
        var now = machine.GetUtcNow();
        return row with
        {
            Id = grant.Id, Expires = grant.Expires, RenewAt = now + Life(grant.Expires - now), Problem = null, Failures = 0, NotBefore = null,
        };
    }

    /// <summary>Daily; after half of a short life, and 48 hours before the end of one that is long enough.</summary>
    private static TimeSpan Life(TimeSpan granted)
    {
        var ahead = granted - Ahead > granted / 4 ? granted - Ahead : granted / 4;
        return new[] { Day, granted / 2, ahead }.Min();
    }

    private static TimeSpan Rest(int failures)
    {
        var rest = FirstRest * Math.Pow(2, Math.Min(failures, 10));
        return rest < LongestRest ? rest : LongestRest;
    }

    private async Task<MailboxSubscription> SaveAsync(CouncilKey council, MailboxSubscription row, CancellationToken cancellationToken)
    {
        await store.WriteAsync(council, async s =>
        {
            await s.Subscriptions.SaveAsync(row, cancellationToken);
            return true;
        }, cancellationToken);
        known.Take(council, row);
        return row;
    }

    private async Task RemoveAsync(CouncilKey council, string mailbox, CancellationToken cancellationToken)
    {
        await store.WriteAsync(council, async s =>
        {
            await s.Subscriptions.RemoveAsync(mailbox, cancellationToken);
            return true;
        }, cancellationToken);
        known.Forget(council, mailbox);
    }
}
