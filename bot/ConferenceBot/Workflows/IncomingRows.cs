using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

internal interface IInboxRows
{
    /// <summary>Notes that a turn was taken; false when this activity was taken before. Never its text.</summary>
    /// <param name="command">The recognised command, such as <c>help</c> or <c>other</c>.</param>
    Task<bool> TryAddAsync(string activityId, PersonId person, string command, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>A mark that an action took effect, written with the effect and only with it.</summary>
/// <param name="InputHash">Keyed hash of the inputs; says nothing about them.</param>
internal sealed record ActionMark(Guid Card, string Verb, PersonId Actor, string InputHash);

internal interface IMarkRows
{
    Task<bool> ExistsAsync(ActionMark mark, CancellationToken cancellationToken);
    Task AddAsync(ActionMark mark, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>What people typed: encrypted under council and subject, read only by the workflow that is entitled to show it.</summary>
internal interface IProtectedText
{
    /// <param name="field">Such as <c>seen</c>, <c>tried</c>, <c>caseNumber</c>. An empty text removes the field.</param>
    Task PutAsync(Guid subject, string field, string text, CancellationToken cancellationToken);

    /// <summary>All fields of a subject in the clear; empty when there are none.</summary>
    Task<IReadOnlyDictionary<string, string>> GetAsync(Guid subject, CancellationToken cancellationToken);
    Task<bool> ExistsAsync(Guid subject, CancellationToken cancellationToken);
}

/// <param name="Subject">The chain: a task, flag, escalation or conference; null = the council's own chain.</param>
/// <param name="Act">Verb-like, such as <c>prep.answer</c>, <c>flag.show</c>, <c>refused.NotYourCard</c>.</param>
/// <param name="Card">The card it was done on, if any.</param>
internal sealed record AuditEntry(Guid? Subject, string Act, PersonId? Actor, Guid? Card, DateTimeOffset At);

/// <summary>Who saw or did what, when, by ids only; an HMAC chain per subject with a head row.</summary>
internal interface IAuditLog
{
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);
}
