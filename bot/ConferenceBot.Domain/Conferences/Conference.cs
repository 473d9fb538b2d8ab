using System.Collections.Immutable;

namespace ConferenceBot.Domain.Conferences;

public enum ConferenceStatus
{
    Planned,

    /// <summary>Cancelled by its organiser, deleted, or no longer recognised as a conference.</summary>
    Cancelled,
}

/// <summary>
/// A child protection conference as the calendars tell it. One conference usually covers all children of a household:
/// the unit is the conference, never the child.
/// </summary>
public sealed record Conference
{
    public required CouncilKey Council { get; init; }
    public required ConferenceId Id { get; init; }
    public required CaseReference Reference { get; init; }
    public required ConferenceType Type { get; init; }

    /// <summary>Half-open, UTC.</summary>
    public required Slot Slot { get; init; }

    /// <summary>1 at first sight, one more with every move.</summary>
    public required int ScheduleVersion { get; init; }
    public required ConferenceStatus Status { get; init; }

    /// <summary>Procedure time at which the bot first read it: "late booked" is judged by it.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Null while nobody on the chairs' list is invited.</summary>
    public PersonId? Chair { get; init; }

    /// <summary>Confirmed professionals only, each person once. A calendar that only lists them in another order changes nothing.</summary>
    public required ImmutableArray<Participant> Participants { get; init; }

    /// <summary>Invited addresses of whom no professional role is known; they are never contacted.</summary>
    public int Unconfirmed { get; init; }

    public Participant? Find(PersonId person) => Participants.FirstOrDefault(p => p.Person == person);

    /// <summary>Whether the conference is under way; participants are left alone then, since screens are shared.</summary>
    public bool IsUnderWay(DateTimeOffset now) => Status == ConferenceStatus.Planned && Slot.Contains(now);

    /// <summary>The conference after another look at the calendar, and what has changed by it.</summary>
    public (Conference After, SightingChange Change) See(Sighting seen)
    {
        if (seen.Cancelled)
            return Status == ConferenceStatus.Cancelled
                ? (this, SightingChange.None)
                : (this with { Status = ConferenceStatus.Cancelled }, SightingChange.Cancelled);

        var change = SightingChange.None;
        if (Slot != seen.Slot) change |= SightingChange.Moved;
        if (Status == ConferenceStatus.Cancelled) change |= SightingChange.Moved;
        if (Type != seen.Type) change |= SightingChange.Type;
        var chair = StillChairs(seen) ? Chair : seen.Chair;
        var same = Participants.Length == seen.Participants.Length && !Participants.Except(seen.Participants).Any();
        if (Chair != chair || Unconfirmed != seen.Unconfirmed || !same) change |= SightingChange.People;
        if (change == SightingChange.None) return (this, change);
        return (this with
        {
            Slot = seen.Slot,
            Type = seen.Type,
            Chair = chair,
            Participants = same ? Participants : seen.Participants,
            Unconfirmed = seen.Unconfirmed,
            Status = ConferenceStatus.Planned,
            ScheduleVersion = change.HasFlag(SightingChange.Moved) ? ScheduleVersion + 1 : ScheduleVersion,
        }, change);
    }

    /// <summary>With several chairs invited, the one who had it keeps it, however a calendar orders its list.</summary>
    private bool StillChairs(Sighting seen) => seen.Participants.Any(p => p.Person == Chair && p.Role == ParticipantRole.Chair);
}

/// <summary>What one look at a calendar says about a conference; people already translated to confirmed professionals.</summary>
public sealed record Sighting(
    ConferenceType Type, Slot Slot, bool Cancelled, PersonId? Chair, ImmutableArray<Participant> Participants, int Unconfirmed);

[Flags]
public enum SightingChange
{
    None = 0,
    Moved = 1,
    Type = 2,
    People = 4,
    Cancelled = 8,
}
