using ConferenceBot.Domain;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>What happened in one council: ids, codes and instants. Every member is safe to print.</summary>
internal sealed record CouncilRecord(
    string Council, DateTimeOffset Now, IReadOnlyList<ConferenceRecord> Conferences, IReadOnlyList<NoticeRecord> Notices,
    IReadOnlyList<DeliveryRecord> Deliveries, IReadOnlyList<ActRecord> Acts, IReadOnlyList<DueRecord> Dues,
    IReadOnlyList<MailboxRecord> Mailboxes, IReadOnlyList<LookRecord> Looks);

/// <param name="Reference">The bot's own short reference.</param>
/// <param name="Unconfirmed">Invited addresses of whom no professional role is known.</param>
internal sealed record ConferenceRecord(
    Guid Id, string Reference, string Type, string Status, DateTimeOffset Start, DateTimeOffset End, int Schedule, Guid? Chair,
    IReadOnlyList<ParticipantRecord> Participants, int Unconfirmed, IReadOnlyList<PlaceRecord> Events, IReadOnlyList<DeadlineRecord> Deadlines);

internal sealed record ParticipantRecord(Guid Person, string Agency, string Role);

internal sealed record PlaceRecord(string Mailbox, string EventId);

/// <param name="What"><c>chair</c> or <c>family</c>: whom the reports are due to.</param>
/// <param name="Open">How many of them are still to come.</param>
internal sealed record DeadlineRecord(DateTimeOffset At, string What, int Reports, int Open);

/// <param name="State"><c>waiting</c>, <c>told</c> or <c>notNeeded</c>.</param>
/// <param name="Why">See <see cref="NoticeReason"/>.</param>
/// <param name="Held">See <see cref="NoticeHeld"/>; null unless it waits.</param>
internal sealed record NoticeRecord(
    string Key, DateTimeOffset At, Guid To, string Card, Guid Subject, Guid? Conference, string Urgency, string State, string Why,
    DateTimeOffset? Deadline, string? Audience, string? Held, DateTimeOffset? Until, Guid? ToldBy);

/// <param name="Result">Short code; null before the first attempt.</param>
internal sealed record DeliveryRecord(
    Guid Id, DateTimeOffset At, Guid Person, Guid Card, string? Kind, Guid? Subject, Guid? Conference, string Toast, string State, int Attempt, string? Result,
    string? ActivityId)
{
    public static DeliveryRecord Of(RecordedDelivery row)
    {
        var (delivery, copy) = row;
        return new DeliveryRecord(
            delivery.Id, delivery.CreatedAt, delivery.Person.Value, delivery.Card, copy?.Kind.ToString(), copy?.Subject, copy?.Conference?.Value,
            delivery.Toast.ToString(), delivery.State.ToString(), delivery.Attempt, delivery.Result, copy?.ActivityId);
    }
}

/// <param name="Subject">Null = the council's own chain.</param>
internal sealed record ActRecord(Guid? Subject, long Sequence, string Act, Guid? Actor, Guid? Card, DateTimeOffset At)
{
    public static ActRecord Of(RecordedAct row) =>
        new(row.Entry.Subject, row.Sequence, row.Entry.Act, row.Entry.Actor?.Value, row.Entry.Card, row.Entry.At);
}

/// <param name="Failures">Failures in a row.</param>
internal sealed record DueRecord(string Kind, Guid Id, Guid? Conference, Guid? Person, DateTimeOffset At, int Failures)
{
    public static DueRecord Of(Due due, ReportTask? task, IReadOnlyDictionary<Guid, ConferenceId> subjects)
    {
        Guid? conference = due.Kind switch
        {
            DueKind.Conference or DueKind.LookAgain => due.Id,
            DueKind.Task => task?.Conference.Value,
            DueKind.Flag or DueKind.Escalation => subjects.TryGetValue(due.Id, out var found) ? found.Value : null,
            _ => null,
        };
        return new DueRecord(
            due.Kind.ToString(), due.Id, conference, due.Kind == DueKind.Prompts ? due.Id : task?.Author.Value, due.At, due.Failures);
    }
}

internal sealed record MailboxRecord(string Mailbox, DateTimeOffset? LastSuccess, string? Problem);

internal sealed record LookRecord(string Mailbox, string EventId, string Outcome, string? Type, bool TypeAssumed);
