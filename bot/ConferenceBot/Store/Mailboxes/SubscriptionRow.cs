using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>The change notifications of one mailbox. The words that prove a notification genuine are not here: they need the key outside the database.</summary>
internal sealed class SubscriptionRow : StoredRow, IDescribed<SubscriptionRow>
{
    public required string Mailbox { get; init; }
    public string? SubscriptionId { get; set; }
    public string? Address { get; set; }
    public Guid Nonce { get; set; }

    /// <summary>Machine time, as are the other times.</summary>
    public DateTimeOffset Expires { get; set; }
    public DateTimeOffset RenewAt { get; set; }
    public string? Problem { get; set; }
    public int Failures { get; set; }
    public DateTimeOffset? NotBefore { get; set; }

    public static void Describe(EntityTypeBuilder<SubscriptionRow> row) =>
        row.ToTable("Subscriptions").HasKey(r => new { r.Council, r.Mailbox });

    public MailboxSubscription ToSubscription() => new(Mailbox)
    {
        Id = SubscriptionId, Address = Address, Nonce = Nonce, Expires = Expires, RenewAt = RenewAt, Problem = Problem, Failures = Failures,
        NotBefore = NotBefore,
    };

    public void Take(MailboxSubscription from)
    {
        (SubscriptionId, Address, Nonce) = (from.Id, from.Address, from.Nonce);
        (Expires, RenewAt) = (from.Expires, from.RenewAt);
        (Problem, Failures, NotBefore) = (from.Problem, from.Failures, from.NotBefore);
    }
}

internal sealed class SubscriptionRows(StoreSession session) : ISubscriptionRows
{
    public async Task<MailboxSubscription?> FindAsync(string mailbox, CancellationToken cancellationToken) =>
        (await session.FindAsync<SubscriptionRow>(cancellationToken, mailbox))?.ToSubscription();

    public async Task<IReadOnlyList<MailboxSubscription>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<SubscriptionRow>(cancellationToken);
        return [.. (await rows.OrderBy(r => r.Mailbox).ToListAsync(cancellationToken)).Select(r => r.ToSubscription())];
    }

    public async Task SaveAsync(MailboxSubscription subscription, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<SubscriptionRow>(cancellationToken, subscription.Mailbox);
        if (row is null) session.Add(row = new SubscriptionRow { Council = session.Key, Mailbox = subscription.Mailbox });
        row.Take(subscription);
        session.Changed();
    }

    public async Task RemoveAsync(string mailbox, CancellationToken cancellationToken)
    {
        session.MustWrite();
        if (await session.FindAsync<SubscriptionRow>(cancellationToken, mailbox) is { } row) await session.RemoveAsync(row, cancellationToken);
    }
}
