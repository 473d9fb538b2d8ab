using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Clockwork;

/// <summary>
/// The council's own procedure, <c>Councils:{key}:Procedure</c>: whatever is left out keeps the shipped default of
/// <see cref="LocalProcedure"/>. A list that is given replaces the shipped list whole.
/// </summary>
internal sealed class ProcedureOptions
{
    /// <summary>As the council writes it; on the audit. Default <c>default</c>.</summary>
    public string? Version { get; set; }

    /// <summary>Whose bank holidays: EnglandAndWales (default), Scotland or NorthernIreland.</summary>
    public Division? Division { get; set; }
    public TimeOnly? Opens { get; set; }
    public TimeOnly? Closes { get; set; }
    public DateOnly[]? ClosureDays { get; set; }
    public ClosureOptions[]? SchoolClosures { get; set; }
    public DeadlineRuleOptions[]? Deadlines { get; set; }
    public AgencyKind[]? NeverAskedToShareWithFamily { get; set; }
    public ChoiceOptions[]? Grounds { get; set; }
    public ChoiceOptions[]? WhyNotYet { get; set; }
    public ChoiceOptions[]? ConcernIndicators { get; set; }
    public ChoiceOptions[]? ChairPlans { get; set; }
    public ChoiceOptions[]? EscalationReasons { get; set; }

    /// <summary>Working hours, 1 to 40.</summary>
    public int? FlagUnreadAfterHours { get; set; }

    /// <summary>Hours, 0 to 24.</summary>
    public int? FlagPassOnHoursBefore { get; set; }

    /// <summary>Working days, 0 to 20.</summary>
    public int? AttendeesNearDays { get; set; }

    /// <summary>Minutes, 0 to 60.</summary>
    public int? AttendeesGatherMinutes { get; set; }
    public TimeOnly? LookAgainAt { get; set; }

    /// <summary>Working days, 1 to 20, as are the other numbers of days.</summary>
    public int? SupportReplyDays { get; set; }
    public int? EscalationAnswerDays { get; set; }
    public int? EscalationActionDays { get; set; }

    /// <summary>Calendar days, 0 to 90.</summary>
    public int? EscalationAfterDays { get; set; }
    public int? ChairDigestDays { get; set; }

    /// <summary>Characters, 50 to 2000.</summary>
    public int? TextLimit { get; set; }

    /// <summary>The number to ring when it cannot wait. Required.</summary>
    public string? DutyNumber { get; set; }
}

internal sealed class ClosureOptions
{
    public DateOnly First { get; set; }

    /// <summary>Inclusive.</summary>
    public DateOnly Last { get; set; }
}

/// <summary>One row of the deadline table; what is left out means "any".</summary>
internal sealed class DeadlineRuleOptions
{
    public ConferenceType? Type { get; set; }
    public Audience? Audience { get; set; }
    public AgencyKind? Agency { get; set; }
    public int Amount { get; set; }
    public DeadlineUnit Unit { get; set; }
    public bool ConferenceDayCounts { get; set; }
    public TimeOnly At { get; set; } = new(17, 0);
}

internal sealed class ChoiceOptions
{
    public string? Key { get; set; }

    /// <summary>The council's own words; left out = the shipped words of that key.</summary>
    public string? Text { get; set; }
}
