using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>What is known of the change notifications of one mailbox. They only hint; the delta read is the truth.</summary>
internal sealed record MailboxSubscription(string Mailbox)
{
    /// <summary>The calendar's own id of it; null = there is none.</summary>
    public string? Id { get; init; }

    /// <summary>Where it reports to.</summary>
    public string? Address { get; init; }

    /// <summary>Random; with a key outside the database it makes the words that a genuine notification repeats.</summary>
    public Guid Nonce { get; init; }

    /// <summary>Machine time, as the calendar answered.</summary>
    public DateTimeOffset Expires { get; init; }

    /// <summary>Machine time from which it is renewed.</summary>
    public DateTimeOffset RenewAt { get; init; }

    /// <summary>Short code of why the last call failed; null after a success.</summary>
    public string? Problem { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Machine time before which it is not tried again; null = at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public bool IsLive(DateTimeOffset machineNow) => Id is not null && Expires > machineNow;
}

internal interface ISubscriptionRows
{
    Task<MailboxSubscription?> FindAsync(string mailbox, CancellationToken cancellationToken);

    /// <summary>By address.</summary>
    Task<IReadOnlyList<MailboxSubscription>> AllAsync(CancellationToken cancellationToken);
    Task SaveAsync(MailboxSubscription subscription, CancellationToken cancellationToken);
    Task RemoveAsync(string mailbox, CancellationToken cancellationToken);
}

/// <summary>What the calendar granted.</summary>
internal sealed record Grant(string Id, DateTimeOffset Expires);

/// <summary>Asks the calendar for change notifications. Every failure is a <see cref="CalendarAwayException"/>.</summary>
internal interface ISubscriptions
{
    /// <summary>Where the host is reached for notifications of the council; null = none are wanted.</summary>
    string? AddressOf(CouncilKey council);

    /// <returns>Null when the mailbox has one already that is not known here.</returns>
    Task<Grant?> CreateAsync(CouncilKey council, string mailbox, string address, string clientState, CancellationToken cancellationToken);

    /// <returns>Null when there is no such subscription any more.</returns>
    Task<Grant?> RenewAsync(CouncilKey council, string id, CancellationToken cancellationToken);

    /// <summary>It is gone afterwards, or was before.</summary>
    Task DeleteAsync(CouncilKey council, string id, CancellationToken cancellationToken);

    /// <summary>Ids of what this application has on the mailbox, whoever made it.</summary>
    Task<IReadOnlyList<string>> ListAsync(CouncilKey council, string mailbox, CancellationToken cancellationToken);
}

/// <summary>Somebody said that a mailbox has changed, or that its notifications need care. Never waits; saying it often is saying it once.</summary>
internal interface ICalendarHints
{
    void Changed(CouncilKey council, string mailbox);

    void Care(CouncilKey council, string mailbox, SubscriptionNews news);
}

/// <summary>What is said about a subscription.</summary>
/// <param name="Id">Which one; what is said about an older one means nothing any more.</param>
internal readonly record struct SubscriptionNews(SubscriptionCare Care, string? Id);

/// <summary>What a subscription needs, the more urgent the higher.</summary>
internal enum SubscriptionCare
{
    /// <summary>What its own times say.</summary>
    Usual,

    /// <summary>It ends soon unless it is renewed.</summary>
    Renew,

    /// <summary>It is gone.</summary>
    Again,
}
