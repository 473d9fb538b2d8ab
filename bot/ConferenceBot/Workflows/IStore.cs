using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>The council's memory. Every row belongs to one council; a session sees that council's rows and no others.</summary>
internal interface IStore
{
    /// <summary>Reads a consistent view; nothing is saved.</summary>
    Task<T> ReadAsync<T>(CouncilKey council, Func<IStoreSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// One read-decide-write in one transaction: committed when <paramref name="work"/> returns, rolled back whole when it throws.
    /// Writers wait for each other in order of arrival.
    /// </summary>
    Task<T> WriteAsync<T>(CouncilKey council, Func<IStoreSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Grows with every commit of this process that changed something.</summary>
    long Changes { get; }
}

/// <summary>What is remembered, by subject. Saves inside a session take effect together, or not at all.</summary>
internal interface IStoreSession
{
    CouncilKey Council { get; }
    IConferenceRows Conferences { get; }
    ITaskRows Tasks { get; }
    IFlagRows Flags { get; }
    IEscalationRows Escalations { get; }
    INoticeRows Notices { get; }
    ICardRows Cards { get; }
    IDeliveryRows Deliveries { get; }
    IDueRows Dues { get; }
    IPersonRows People { get; }
    IMailboxRows Mailboxes { get; }
    ISubscriptionRows Subscriptions { get; }
    IInboxRows Inbox { get; }
    IMarkRows Marks { get; }
    IAttendeeRows Attendees { get; }
    IProtectedText Text { get; }
    IAuditLog Audit { get; }
    IRecordRows Record { get; }
}
