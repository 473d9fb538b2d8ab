using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Store;

/// <summary>
/// One transaction's look at one council. Saves are gathered and written before the next query and before the commit, so a session
/// always reads what it has saved.
/// </summary>
internal sealed class StoreSession(ConferenceBotDb db, CouncilKey council, bool writable, TextVault vault, AuditSeal seal) : IStoreSession
{
    private bool _dirty;
    private bool _failed;

    public CouncilKey Council => council;
    public string Key => council.Value;
    public IConferenceRows Conferences => field ??= new ConferenceRows(this);
    public ITaskRows Tasks => field ??= new ReportTaskRows(this);
    public IFlagRows Flags => field ??= new RiskFlagRows(this);
    public IEscalationRows Escalations => field ??= new EscalationRows(this);
    public INoticeRows Notices => field ??= new NoticeRows(this);
    public ICardRows Cards => field ??= new CardCopyRows(this);
    public IDeliveryRows Deliveries => field ??= new DeliveryRows(this);
    public IDueRows Dues => field ??= new DueRows(this);
    public IPersonRows People => field ??= new PersonRows(this);
    public IMailboxRows Mailboxes => field ??= new MailboxRows(this);
    public ISubscriptionRows Subscriptions => field ??= new SubscriptionRows(this);
    public IInboxRows Inbox => field ??= new InboxRows(this);
    public IAttendeeRows Attendees => field ??= new AttendeeRows(this);
    public IMarkRows Marks => field ??= new MarkRows(this);
    public IProtectedText Text => field ??= new ProtectedTexts(this, vault);
    public IAuditLog Audit => field ??= new AuditLog(this, seal);
    public IRecordRows Record => field ??= new RecordRows(this);

    /// <summary>Whether anything was written to the transaction.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Rows of this council, with everything this session has saved.</summary>
    public async Task<IQueryable<T>> RowsAsync<T>(CancellationToken cancellationToken) where T : StoredRow
    {
        await FlushAsync(cancellationToken);
        return db.Set<T>();
    }

    /// <param name="key">The key after the council.</param>
    public Task<T?> FindAsync<T>(CancellationToken cancellationToken, params object[] key) where T : StoredRow =>
        db.Set<T>().FindAsync([Key, .. key], cancellationToken).AsTask();

    /// <summary>The row of a subject that is about to be saved; null when it is new.</summary>
    /// <exception cref="StoreConflictException">
    /// The stored one is newer; or as new, and this session has not read it, so what would be saved was decided elsewhere.
    /// </exception>
    public async Task<T?> SubjectAsync<T>(Guid id, int version, CancellationToken cancellationToken) where T : StoredRow, IVersioned
    {
        MustWrite();
        var read = db.Set<T>().Local.FindEntryUntyped([Key, id]) is not null;
        var row = await FindAsync<T>(cancellationToken, id);
        if (row is not null && (version < row.Version || (version == row.Version && !read)))
            throw new StoreConflictException(typeof(T).Name, id, null);
        return row;
    }

    public void Add<T>(T row) where T : StoredRow
    {
        Changed();
        db.Add(row);
    }

    public async Task RemoveAsync<T>(T row, CancellationToken cancellationToken) where T : StoredRow
    {
        Changed();
        db.Remove(row);
        await FlushAsync(cancellationToken);
    }

    /// <summary>The next number of the council's order of writing.</summary>
    public async Task<long> NextSequenceAsync(CancellationToken cancellationToken)
    {
        var row = await FindAsync<CouncilRow>(cancellationToken);
        if (row is null) Add(row = new CouncilRow { Council = Key });
        Changed();
        return ++row.LastSequence;
    }

    public void MustWrite()
    {
        if (!writable) throw new InvalidOperationException("A reading session saves nothing.");
    }

    public void MustOwn(CouncilKey owner)
    {
        if (owner != council) throw new InvalidOperationException("A session saves rows of its own council only.");
    }

    public void Changed()
    {
        MustWrite();
        _dirty = true;
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_failed) throw new InvalidOperationException("A save of this session has failed; it cannot go on.");
        if (!_dirty) return;
        _failed = true;
        HasWritten |= await db.SaveChangesAsync(cancellationToken) > 0;
        (_failed, _dirty) = (false, false);
    }
}
