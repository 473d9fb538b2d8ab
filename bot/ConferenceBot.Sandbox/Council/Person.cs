namespace ConferenceBot.Sandbox.Council;

/// <summary>A user of the home tenant.</summary>
/// <param name="Mail">Also the user principal name.</param>
/// <param name="Role">Job title, as the directory has it.</param>
/// <param name="Department">Directory department, or null.</param>
/// <param name="AgencyKey">Key of the agency, or null.</param>
/// <param name="Manager">The manager's object id, or null.</param>
internal sealed record Person(Guid Id, string Name, string Mail, string Role, string? Department, string? AgencyKey, Guid? Manager)
{
    /// <summary>Security groups the person is a member of.</summary>
    public IReadOnlyList<Guid> Groups { get; init; } = [];

    /// <summary>Whether somebody has yet to say that this is a professional: until then the person is in none of the groups.</summary>
    public bool Awaits { get; init; }

    /// <summary>Days away, both inclusive; null for somebody who is there.</summary>
    public (DateOnly First, DateOnly Last)? Leave { get; init; }
}

/// <summary>An agency whose group makes its members known professionals.</summary>
internal sealed record Agency(string Key, string Name, string Kind, Guid GroupId);

/// <summary>A shared or room mailbox, such as the one that holds the conference calendar; a user without a person.</summary>
internal sealed record SharedMailbox(Guid Id, string Name, string Address)
{
    /// <summary>Whether it is a room's, which strips the subject of what it accepts.</summary>
    public bool IsRoom { get; init; }
}

/// <summary>Something that happens to the calendar by itself at an instant of procedure time.</summary>
/// <param name="Uid">The event's iCalendar UID.</param>
/// <param name="Start">New start of a move, or null for a cancellation.</param>
/// <param name="KeepCancelled">A cancellation that leaves the event, marked cancelled, instead of removing it.</param>
internal sealed record CalendarChange(DateTimeOffset At, string Uid, DateTimeOffset? Start, DateTimeOffset? End, bool KeepCancelled)
{
    /// <summary>Whether the event is booked only now: until then it is not in the calendar.</summary>
    public bool Appears { get; init; }
}
