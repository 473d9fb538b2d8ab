using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Domain.Procedure;

/// <summary>
/// The local safeguarding partnership's procedure: the only place with numbers and pick-lists. Everything in it varies
/// locally; the defaults are a proposal for a council to confirm, not law.
/// </summary>
public sealed record LocalProcedure
{
    /// <summary>As the council writes it, such as <c>2026-04</c>; on every audit row that it decided.</summary>
    public string Version { get; init; } = "default";

    public Division Division { get; init; } = Division.EnglandAndWales;

    /// <summary>Start of the working day, local time, inclusive.</summary>
    public TimeOnly Opens { get; init; } = new(9, 0);

    /// <summary>End of the working day, local time, exclusive.</summary>
    public TimeOnly Closes { get; init; } = new(17, 0);

    public ImmutableArray<DateOnly> ClosureDays { get; init; } = [];
    public ImmutableArray<Closure> SchoolClosures { get; init; } = [];
    public DeadlineTable Deadlines { get; init; } = DeadlineTable.Default;

    /// <summary>Agencies that decide themselves what reaches the family and are never asked to share: the police.</summary>
    public ImmutableHashSet<AgencyKind> NeverAskedToShareWithFamily { get; init; } = [AgencyKind.Police];

    /// <summary>The grounds on which something may be kept from the family; discomfort is not among them.</summary>
    public ImmutableArray<Choice> Grounds { get; init; } =
    [
        new("thirdParty"), new("riskToSomeone"), new("criminalEnquiry"), new("legalAdvice"), new("notKnownToAll"),
    ];

    /// <summary>Why the report has not been gone through with the family yet.</summary>
    public ImmutableArray<Choice> WhyNotYet { get; init; } =
    [
        new("dateArranged"), new("notReached"), new("interpreter"), new("jointly"), new("notWritten"),
    ];

    /// <summary>Behaviour seen or heard. Questions, disagreement, complaints and solicitors are not on this list and cannot be.</summary>
    public ImmutableArray<Choice> ConcernIndicators { get; init; } =
    [
        new("threat"), new("violence"), new("intimidation"), new("abusiveWords"), new("familyConflict"), new("unfit"),
    ];

    /// <summary>What a chair may plan; nothing here removes a family member.</summary>
    public ImmutableArray<Choice> ChairPlans { get; init; } =
    [
        new("meetBeforehand"), new("separateArrival"), new("seating"), new("breaks"), new("supporter"), new("separateTimes"),
        new("venue"), new("speakToSender"), new("inTheRoom"),
    ];

    /// <summary>What is not working, for an escalation.</summary>
    public ImmutableArray<Choice> EscalationReasons { get; init; } =
    [
        new("reportsNotShared"), new("unableToSpeak"), new("safety"), new("chairing"), new("attendance"), new("other"),
    ];

    /// <summary>Working hours after which an unread flag is passed on to the deputy, the administrator and back to the sender.</summary>
    public int FlagUnreadAfterHours { get; init; } = 4;

    /// <summary>Hours before a conference by which an unread flag is passed on at the latest.</summary>
    public int FlagPassOnHoursBefore { get; init; } = 1;

    /// <summary>Working days before a conference within which administrators are asked about first-time attendees without waiting for the next day.</summary>
    public int AttendeesNearDays { get; init; } = 5;

    /// <summary>Minutes for which first-time attendees are gathered, so that a first read of the calendars is one toast and not twelve.</summary>
    public int AttendeesGatherMinutes { get; init; } = 2;

    /// <summary>Local time at which the people of coming conferences are looked at again: who is to be asked that day is known by then.</summary>
    public TimeOnly LookAgainAt { get; init; } = new(6, 0);

    /// <summary>Working days within which a manager answers a request for support.</summary>
    public int SupportReplyDays { get; init; } = 2;

    /// <summary>Working days a manager has to answer an escalation at one stage.</summary>
    public int EscalationAnswerDays { get; init; } = 2;

    /// <summary>Working days within which a taken-on escalation is to be acted on, unless the manager says otherwise.</summary>
    public int EscalationActionDays { get; init; } = 5;

    /// <summary>Calendar days after a conference during which it can still be escalated about.</summary>
    public int EscalationAfterDays { get; init; } = 14;

    /// <summary>Working days before the conference on whose morning the chair gets the digest.</summary>
    public int ChairDigestDays { get; init; } = 2;

    /// <summary>Characters of a typed text, at most.</summary>
    public int TextLimit { get; init; } = 500;

    /// <summary>The number to ring when it cannot wait; shown beside 999. Empty only in tests.</summary>
    public string DutyNumber { get; init; } = "";

    public bool AsksToShareWithFamily(AgencyKind agency) => !NeverAskedToShareWithFamily.Contains(agency);
}
