using System.Collections.Immutable;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Domain.Notices.Contents;

/// <summary>The form for a safety concern, opened in place of the prompt.</summary>
public sealed record FlagFormContent(
    ConferenceLine Conference, ImmutableArray<Choice> Indicators, int TextLimit, string DutyNumber) : CardContent;

/// <summary>What became of something this person sent; says "received" and "there is a plan", never which plan.</summary>
/// <param name="RaisedAt">Local, as are the others.</param>
/// <param name="AddresseeKnown">False when no chair or manager is known and the number to ring is the way.</param>
/// <param name="ReplyBy">When an unread item is passed on.</param>
public sealed record FlagReceiptContent(
    ConferenceLine Conference, FlagKind Kind, FlagState State, DateTimeOffset RaisedAt, DateTimeOffset? ReadAt,
    DateTimeOffset? PlannedAt, DateTimeOffset? PassedOnAt, bool AddresseeKnown, DateTimeOffset ReplyBy, string DutyNumber,
    AddresseeAbsence Absence = AddresseeAbsence.None) : CardContent;

/// <summary>The chair's alert about one flag.</summary>
/// <param name="Typed">What was written, by label key (<c>seen</c>, <c>parentView</c>); null unless asked for just now.</param>
/// <param name="HasText">Something was written and can be shown on request.</param>
/// <param name="ReplyBy">Local; when it goes to the deputy if still unread.</param>
/// <param name="AsDeputy">The reader got it because the chair has not read it.</param>
public sealed record ChairAlertContent(
    ConferenceLine Conference, FlagKind Kind, FlagState State, string FromAgency, DateTimeOffset RaisedAt, DateTimeOffset? ReadAt,
    DateTimeOffset? PlannedAt, string? Ground, FamilyTold? Told, ImmutableArray<string> Indicators, ImmutableArray<string> Plans,
    AlertChoices Choices, bool HasText, ImmutableDictionary<string, string>? Typed, DateTimeOffset ReplyBy, bool AsDeputy) : CardContent;

public sealed record AlertChoices(ImmutableArray<Choice> Grounds, ImmutableArray<Choice> Indicators, ImmutableArray<Choice> Plans);

/// <summary>A manager is asked to help somebody of their own agency to share something difficult; content-free.</summary>
public sealed record SupportAskContent(
    ConferenceLine Conference, FlagState State, DateTimeOffset RaisedAt, DateTimeOffset ReplyBy, DateTimeOffset? PlannedAt) : CardContent;

/// <summary>The administrator is asked to ring: something is unread or unanswered. Never says what.</summary>
/// <param name="Agency">With <see cref="AdministratorMatter.NotReached"/>: where the person works.</param>
public sealed record AdministratorItemContent(
    ConferenceLine Conference, AdministratorMatter Matter, bool StillOpen, DateTimeOffset Since, string? Agency = null) : CardContent;

public enum AdministratorMatter
{
    /// <summary>An item for the chair is unread.</summary>
    FlagUnread,

    /// <summary>No chair is known for the conference and an item waits.</summary>
    NoChair,

    /// <summary>Nobody on the ladder answered an escalation.</summary>
    EscalationLapsed,

    /// <summary>The last manager who could decide an escalation has removed the bot.</summary>
    ManagerNotReached,

    /// <summary>Somebody who owes a report has removed the bot.</summary>
    NotReached,

    /// <summary>The account of somebody who owes a report is closed.</summary>
    AccountClosed,

    /// <summary>The account of somebody who owes a report has no licence, so no Teams.</summary>
    NoTeams,

    /// <summary>Somebody who owes a report is away beyond its deadline.</summary>
    AuthorAway,
}

/// <summary>Whether the addressee of what was sent is away, and who was asked.</summary>
public enum AddresseeAbsence
{
    None,
    StandInAsked,

    /// <summary>Nobody who stands in is known.</summary>
    NobodyHere,
}

/// <summary>The picture of the paperwork for the chair. Paperwork, not safety: no item of it ever means "safe".</summary>
/// <param name="OpenItems">Flags for this chair without a recorded plan.</param>
/// <param name="Unconfirmed">Invited people of whom no professional role is known.</param>
public sealed record ChairDigestContent(
    ConferenceLine Conference, ImmutableArray<AgencyLine> Agencies, int OpenItems, int Unconfirmed, int Invited) : CardContent
{
    public int Sent => Agencies.Count(a => a.SentToChair);
    public int GoneThrough => Agencies.Count(a => a.Family == AgencyFamilyState.GoneThrough);
}

/// <summary>One report; by agency, never by person.</summary>
public sealed record AgencyLine(string Agency, bool SentToChair, AgencyFamilyState Family, bool LateBooked);

public enum AgencyFamilyState
{
    NotYet,
    GoneThrough,
    Partly,

    /// <summary>Not safe to share with someone, or restricted information was raised: see the alerts.</summary>
    Paused,

    /// <summary>Never asked of this agency.</summary>
    NotAsked,
}
