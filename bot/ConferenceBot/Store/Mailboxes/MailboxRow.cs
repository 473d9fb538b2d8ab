using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>The bookmark of one mailbox.</summary>
internal sealed class MailboxRow : StoredRow, IDescribed<MailboxRow>
{
    public required string Mailbox { get; init; }
    public string? Link { get; set; }
    public int Round { get; set; }
    public bool RoundComplete { get; set; }
    public DateTimeOffset WindowEnd { get; set; }
    public DateTimeOffset? LastSuccess { get; set; }
    public string? Problem { get; set; }
    public DateTimeOffset? NotBefore { get; set; }
    public int Failures { get; set; }

    public static void Describe(EntityTypeBuilder<MailboxRow> row) => row.ToTable("Mailboxes").HasKey(r => new { r.Council, r.Mailbox });

    public MailboxBookmark ToBookmark() =>
        new(Mailbox, Link, Round, RoundComplete, WindowEnd, LastSuccess, Problem, NotBefore) { Failures = Failures };
}

internal sealed class MailboxRows(StoreSession session) : IMailboxRows
{
    public async Task<MailboxBookmark?> FindAsync(string mailbox, CancellationToken cancellationToken) =>
        (await session.FindAsync<MailboxRow>(cancellationToken, mailbox))?.ToBookmark();

    /// <summary>By address.</summary>
    public async Task<IReadOnlyList<MailboxBookmark>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync<MailboxRow>(cancellationToken);
        return [.. (await rows.OrderBy(m => m.Mailbox).ToListAsync(cancellationToken)).Select(m => m.ToBookmark())];
    }

    public async Task SaveAsync(MailboxBookmark bookmark, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<MailboxRow>(cancellationToken, bookmark.Mailbox);
        if (row is null) session.Add(row = new MailboxRow { Council = session.Key, Mailbox = bookmark.Mailbox });
        (row.Link, row.Round, row.RoundComplete) = (bookmark.Link, bookmark.Round, bookmark.RoundComplete);
        (row.WindowEnd, row.LastSuccess) = (bookmark.WindowEnd, bookmark.LastSuccess);
        (row.Problem, row.NotBefore, row.Failures) = (bookmark.Problem, bookmark.NotBefore, bookmark.Failures);
        session.Changed();
    }
}
