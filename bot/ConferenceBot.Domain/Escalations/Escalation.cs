using System.Collections.Immutable;

namespace ConferenceBot.Domain.Escalations;

public enum EscalationState
{
    /// <summary>The manager at <see cref="Escalation.Level"/> is asked.</summary>
    Asked,
    TakenOn,
    Declined,

    /// <summary>Nobody on the ladder answered in time; the administrator and the requester were told, with a number to ring.</summary>
    Lapsed,
}

public enum LadderAbsence
{
    None,

    /// <summary>Whoever would have been asked is away; the next one who is here was asked instead.</summary>
    PassedOver,

    /// <summary>Everybody left on the ladder is away; the lowest of them was asked all the same.</summary>
    NobodyHere,
}

/// <summary>
/// A request that a manager puts right what is not working about a conference. The ladder is frozen when it is raised, so a
/// later change of managers does not move a request that is under way.
/// </summary>
public sealed record Escalation
{
    public required CouncilKey Council { get; init; }
    public required EscalationId Id { get; init; }
    public required ConferenceId Conference { get; init; }
    public required PersonId Requester { get; init; }

    /// <summary>Name of the requester's agency, as the manager sees it.</summary>
    public required string RequesterAgency { get; init; }

    /// <summary>Key of the procedure's escalation reasons.</summary>
    public required string Reason { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Who is asked at which level, lowest first; each person once, never the requester; at least one.</summary>
    public required ImmutableArray<PersonId> Ladder { get; init; }

    /// <summary>Index into <see cref="Ladder"/> of who is asked or has decided.</summary>
    public int Level { get; init; }
    public required DateTimeOffset AnswerBy { get; init; }
    public EscalationState State { get; init; }

    /// <summary>Whether the one who is asked now was chosen, or asked nevertheless, because managers are away.</summary>
    public LadderAbsence Absence { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Local day by which the manager who took it on acts; null unless taken on.</summary>
    public DateOnly? ActionBy { get; init; }
    public int Version { get; init; } = 1;

    public PersonId Manager => Ladder[Level];
    public bool HasNextStage => Level + 1 < Ladder.Length;
}
