using System.Collections.Immutable;

namespace ConferenceBot.Domain.Flags;

public enum FlagKind
{
    /// <summary>A possible conflict or safety concern, reported by a person as behaviour seen or heard.</summary>
    SafetyConcern,

    /// <summary>Something that cannot be said in front of the family, on one of the procedure's grounds.</summary>
    RestrictedInformation,

    /// <summary>Feeling awkward about sharing: to the author's own manager, never to the chair.</summary>
    SupportToShare,
}

public enum FlagState
{
    Sent,
    Read,

    /// <summary>The chair recorded a plan, or the manager took the request for support on.</summary>
    Planned,
    Withdrawn,

    /// <summary>The time of the conference is over, held or cancelled; nothing is carried over to the next one.</summary>
    Expired,
}

/// <summary>What the sender says the family has been told of it.</summary>
public enum FamilyTold
{
    Told,
    WillTell,
    NotSafeToTell,
}

/// <summary>What is to be raised; the host mints the id and stores any typed text as protected text under it.</summary>
public sealed record FlagDraft(FlagKind Kind, string? Ground, ImmutableArray<string> Indicators, FamilyTold? Told)
{
    /// <summary>The ground of a "not safe to share with someone" answer; not on the pick-list.</summary>
    public const string NotSafeWithSomeone = "notSafeWithSomeone";

    public static FlagDraft Restricted(string ground, FamilyTold? told) => new(FlagKind.RestrictedInformation, ground, [], told);

    public static FlagDraft Support() => new(FlagKind.SupportToShare, null, [], null);

    public static FlagDraft Concern(ImmutableArray<string> indicators, FamilyTold told) => new(FlagKind.SafetyConcern, null, indicators, told);
}

/// <summary>
/// One thing a chair (or, for support, a manager) should know before the conference. Raised by a person, never inferred, never
/// scored; seen only by its addressee and those it was passed on to.
/// </summary>
public sealed record RiskFlag
{
    public required CouncilKey Council { get; init; }
    public required FlagId Id { get; init; }
    public required ConferenceId Conference { get; init; }
    public required FlagKind Kind { get; init; }
    public required PersonId RaisedBy { get; init; }

    /// <summary>Name of the sender's agency, as the addressee sees it.</summary>
    public required string RaisedByAgency { get; init; }

    /// <summary>Null when nobody is known: the administrator and the sender have been told.</summary>
    public required PersonId? To { get; init; }

    /// <summary>Deputies who were asked because it stayed unread.</summary>
    public ImmutableArray<PersonId> PassedTo { get; init; } = [];
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When the present addressee took the place of an earlier one and was asked; null for the first.</summary>
    public DateTimeOffset? AskedAt { get; init; }
    public string? Ground { get; init; }
    public ImmutableArray<string> Indicators { get; init; } = [];
    public FamilyTold? Told { get; init; }
    public FlagState State { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>Keys of the procedure's chair plans; the sender never sees them.</summary>
    public ImmutableArray<string> Plans { get; init; } = [];
    public DateTimeOffset? PassedOnAt { get; init; }

    /// <summary>The addressee was away when it waited for them, so that those who stand in were asked at once.</summary>
    public bool AddresseeAway { get; init; }
    public int Version { get; init; } = 1;

    public bool IsOpen => State is FlagState.Sent or FlagState.Read;

    public bool IsFor(PersonId person) => To == person || PassedTo.Contains(person);
}
