using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Workflows;

internal interface INoticeRows
{
    /// <summary>Writes the notice unless its key is there already; false when it was.</summary>
    /// <param name="at">Procedure time of the decision.</param>
    /// <param name="waiting">True for a routine notice that is gathered later; false when its card is made in this transaction.</param>
    Task<bool> TryAddAsync(Notice notice, DateTimeOffset at, bool waiting, CancellationToken cancellationToken);

    /// <summary>Routine notices of this person that wait to be gathered, oldest first.</summary>
    Task<IReadOnlyList<Notice>> WaitingAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Ends the wait: with the card that tells it, or null when there is nothing to tell any more.</summary>
    Task SettleAsync(string key, Guid? card, CancellationToken cancellationToken);
}

/// <summary>The kinds of obligations that have a next instant.</summary>
internal enum DueKind
{
    Task,
    Flag,
    Escalation,

    /// <summary>A conference: the chair's digest, then its end.</summary>
    Conference,

    /// <summary>A person's gathered prompts.</summary>
    Prompts,

    /// <summary>What administrators are asked about first-time attendees, gathered; one for the council, with the empty id.</summary>
    Attendees,

    /// <summary>A conference whose event and people are read again.</summary>
    LookAgain,
}

/// <param name="At">Procedure time.</param>
/// <param name="Failures">Failures in a row; the row backs off in machine time and blocks no other.</param>
internal sealed record Due(DueKind Kind, Guid Id, DateTimeOffset At, int Failures);

internal interface IDueRows
{
    /// <summary>Sets the next instant of an obligation, or removes it when <paramref name="at"/> is null. Resets its failures.</summary>
    Task SetAsync(DueKind kind, Guid id, DateTimeOffset? at, CancellationToken cancellationToken);

    /// <summary>The next instant of an obligation; null when it has none.</summary>
    Task<DateTimeOffset?> AtAsync(DueKind kind, Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Rows at or before <paramref name="now"/> that are not backing off at <paramref name="machineNow"/>, earliest first; without those of
    /// <see cref="LooksAtOrBeforeAsync"/>.
    /// </summary>
    Task<IReadOnlyList<Due>> AtOrBeforeAsync(
        DateTimeOffset now, DateTimeOffset machineNow, int atMost, CancellationToken cancellationToken);

    /// <summary>The same of <see cref="DueKind.LookAgain"/> alone.</summary>
    Task<IReadOnlyList<Due>> LooksAtOrBeforeAsync(
        DateTimeOffset now, DateTimeOffset machineNow, int atMost, CancellationToken cancellationToken);

    /// <summary>Counts a failure and lets the row rest until the given machine time.</summary>
    Task FailedAsync(Due due, DateTimeOffset restUntil, CancellationToken cancellationToken);
    Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken);

    /// <summary>The next instant at which somebody may be told something: the morning's looks again are left out.</summary>
    Task<DateTimeOffset?> NextTellingAsync(CancellationToken cancellationToken);

    /// <summary>Rows that have failed at least once.</summary>
    Task<int> FailingAsync(CancellationToken cancellationToken);

    /// <summary>Planned conferences that end after <paramref name="now"/> for which, and for whose tasks, nothing is due at any time: forgotten.</summary>
    Task<int> WithoutNextStepAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Planned conferences that end after <paramref name="now"/> and stand in none of the mailboxes: nobody hears any more that they move.</summary>
    Task<int> WithoutCalendarAsync(IReadOnlyList<string> mailboxes, DateTimeOffset now, CancellationToken cancellationToken);
}
