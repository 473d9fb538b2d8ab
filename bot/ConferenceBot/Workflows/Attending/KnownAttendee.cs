using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>One invited address of one conference, without the address: only what is known of it, and its keyed hash.</summary>
internal sealed record KnownAttendee
{
    /// <summary>Random; what a button refers to.</summary>
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the lower-case address in this council.</summary>
    public required string Key { get; init; }

    /// <summary>Keyed hash of the person behind it; null when there is no enabled account.</summary>
    public string? PersonKey { get; init; }

    /// <summary>Place in the invitation, from 1.</summary>
    public required int Place { get; init; }
    public required AccountKind Account { get; init; }

    /// <summary>The directory's department; null when it knows none.</summary>
    public string? Department { get; init; }

    /// <summary>What several have in common, hashed: the department, or the employer's domain; null = nothing that a group could be made of.</summary>
    public string? Group { get; init; }

    /// <summary>The agency whose addresses these are by the settings: a suggestion, never proof.</summary>
    public Agency? Suggested { get; init; }
    public required AttendeeStanding Standing { get; init; }

    /// <summary>The agency they are contacted or confirmed for.</summary>
    public Agency? Agency { get; init; }

    /// <summary>Known by a group, department or list of the settings, without anybody's confirmation.</summary>
    public bool BySettings { get; init; }

    /// <summary>The administrator who decided; null = nobody.</summary>
    public PersonId? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The administrators have been asked about them.</summary>
    public bool Told { get; init; }
}

internal enum Decided
{
    Professional,
    NotHere,
}

/// <summary>What an administrator has said of an attendee.</summary>
/// <param name="Key">Of an address or of a person.</param>
/// <param name="Scope">Empty = in the whole council; otherwise the conference or the case, hashed.</param>
/// <param name="Agency">For a professional.</param>
internal sealed record Verdict(string Key, string Scope, Decided Decided, Agency? Agency, PersonId By, DateTimeOffset At);

internal interface IAttendeeRows
{
    /// <summary>In the order of the invitation.</summary>
    Task<IReadOnlyList<KnownAttendee>> OfConferenceAsync(ConferenceId conference, CancellationToken cancellationToken);
    Task<(ConferenceId Conference, KnownAttendee Attendee)?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Replaces the list of a conference.</summary>
    Task SaveAsync(ConferenceId conference, IReadOnlyList<KnownAttendee> all, CancellationToken cancellationToken);

    /// <summary>Planned conferences that end after <paramref name="now"/>, to which one of the keys, of addresses or people, is invited.</summary>
    Task<IReadOnlyList<ConferenceId>> ComingOfAsync(IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>For each key of an address, how many planned conferences that end after <paramref name="now"/> it is invited to; none = left out.</summary>
    Task<IReadOnlyDictionary<string, int>> ComingCountsAsync(IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Planned conferences that start after <paramref name="now"/> and have attendees who wait; soonest first.</summary>
    Task<IReadOnlyList<ConferenceId>> WaitingAsync(DateTimeOffset now, CancellationToken cancellationToken);
    Task<IReadOnlyList<Verdict>> VerdictsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
    Task DecideAsync(Verdict verdict, CancellationToken cancellationToken);

    /// <summary>Forgets; the audit remembers.</summary>
    Task RevokeAsync(string key, string scope, CancellationToken cancellationToken);
}
