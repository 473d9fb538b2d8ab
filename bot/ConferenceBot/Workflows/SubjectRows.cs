using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Escalations;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

internal interface IConferenceRows
{
    Task<Conference?> FindAsync(ConferenceId id, CancellationToken cancellationToken);

    /// <summary>The conference that this calendar event was recognised as, if any.</summary>
    Task<ConferenceId?> FindByEventAsync(string mailbox, string eventId, CancellationToken cancellationToken);

    /// <summary>The same conference seen in another mailbox: equal <c>iCalUId</c>, and for an occurrence equal original start.</summary>
    Task<ConferenceId?> FindByICalUIdAsync(string iCalUId, CancellationToken cancellationToken);

    /// <summary>Planned conferences that end after <paramref name="now"/>, in which the person takes part or which they chair; soonest first.</summary>
    Task<IReadOnlyList<Conference>> ComingForAsync(PersonId person, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Planned conferences that end after <paramref name="now"/>; soonest first.</summary>
    Task<IReadOnlyList<Conference>> ComingAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The end of the conference, planned and begun, in which the person takes part or which they chair; the last end of several.</summary>
    Task<DateTimeOffset?> UnderWayUntilAsync(PersonId person, DateTimeOffset now, CancellationToken cancellationToken);
    Task SaveAsync(Conference conference, CancellationToken cancellationToken);

    /// <param name="round">The full read in which the event was last seen; see <see cref="IMailboxRows"/>.</param>
    Task LinkEventAsync(string mailbox, string eventId, string iCalUId, ConferenceId conference, int round, CancellationToken cancellationToken);

    /// <summary>What every linked event of the conference said when it was last seen.</summary>
    Task<IReadOnlyList<CalendarCopy>> CopiesAsync(ConferenceId conference, CancellationToken cancellationToken);

    /// <summary>Keeps what a linked event says; nothing for one that is not linked.</summary>
    Task KeepCopyAsync(CalendarCopy copy, CancellationToken cancellationToken);

    /// <summary>The calendar events of a conference, the one to believe first.</summary>
    Task<IReadOnlyList<LinkedEvent>> EventsOfAsync(ConferenceId conference, CancellationToken cancellationToken);

    /// <summary>Notes that a linked event is still there; nothing for one that is not linked.</summary>
    Task TouchEventAsync(string mailbox, string eventId, int round, CancellationToken cancellationToken);

    /// <summary>Forgets the event; true when no other mailbox still holds an event of the same conference.</summary>
    Task<bool> UnlinkEventAsync(string mailbox, string eventId, CancellationToken cancellationToken);

    /// <summary>Event ids of a mailbox last seen in an earlier round than <paramref name="round"/>: gone from the calendar.</summary>
    Task<IReadOnlyList<string>> EventsNotSeenAsync(string mailbox, int round, CancellationToken cancellationToken);
}

internal interface ITaskRows
{
    Task<ReportTask?> FindAsync(ReportTaskId id, CancellationToken cancellationToken);
    Task<IReadOnlyList<ReportTask>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken);
    Task SaveAsync(ReportTask task, CancellationToken cancellationToken);
}

internal interface IFlagRows
{
    Task<RiskFlag?> FindAsync(FlagId id, CancellationToken cancellationToken);

    /// <summary>In the order they were raised.</summary>
    Task<IReadOnlyList<RiskFlag>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken);
    Task SaveAsync(RiskFlag flag, CancellationToken cancellationToken);
}

internal interface IEscalationRows
{
    Task<Escalation?> FindAsync(EscalationId id, CancellationToken cancellationToken);
    Task<IReadOnlyList<Escalation>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken);
    Task SaveAsync(Escalation escalation, CancellationToken cancellationToken);
}
