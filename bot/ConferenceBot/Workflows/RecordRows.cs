using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>What happened, by ids and codes only, for a look from outside. Reads only; the newest rows of each kind, oldest first.</summary>
internal interface IRecordRows
{
    Task<IReadOnlyList<Conference>> ConferencesAsync(int atMost, CancellationToken cancellationToken);
    Task<IReadOnlyList<LinkedEvent>> EventsAsync(CancellationToken cancellationToken);
    Task<IReadOnlyList<ReportTask>> TasksAsync(CancellationToken cancellationToken);

    /// <summary>Which conference a flag or an escalation belongs to.</summary>
    Task<IReadOnlyDictionary<Guid, ConferenceId>> SubjectsAsync(CancellationToken cancellationToken);
    Task<IReadOnlyList<RecordedNotice>> NoticesAsync(int atMost, CancellationToken cancellationToken);
    Task<IReadOnlyList<RecordedDelivery>> DeliveriesAsync(int atMost, CancellationToken cancellationToken);
    Task<IReadOnlyList<RecordedAct>> ActsAsync(int atMost, CancellationToken cancellationToken);
    Task<IReadOnlyList<Due>> DuesAsync(CancellationToken cancellationToken);
}

/// <summary>One calendar event of a conference.</summary>
internal sealed record LinkedEvent(string Mailbox, string EventId, ConferenceId Conference);

/// <param name="At">Procedure time of the decision.</param>
/// <param name="ToldBy">The card that told it; null while it waits, or when there was nothing to tell any more.</param>
internal sealed record RecordedNotice(Notice Notice, DateTimeOffset At, bool Waiting, Guid? ToldBy);

/// <param name="Copy">The card that was or is to be sent; null when it is gone.</param>
internal sealed record RecordedDelivery(CardDelivery Delivery, CardCopy? Copy);

/// <param name="Sequence">Its place in the subject's chain, from 1.</param>
internal sealed record RecordedAct(AuditEntry Entry, long Sequence);
