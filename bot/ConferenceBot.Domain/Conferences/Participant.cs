namespace ConferenceBot.Domain.Conferences;

public enum ParticipantRole
{
    /// <summary>Asked for a report.</summary>
    Practitioner,

    /// <summary>Chairs the conference; gets digests and alerts, writes no report.</summary>
    Chair,

    /// <summary>Runs the conference; writes no report.</summary>
    Administrator,
}

/// <summary>A confirmed professional invited to a conference. Anyone not confirmed is only counted.</summary>
public sealed record Participant(PersonId Person, Agency Agency, ParticipantRole Role)
{
    public bool WritesReport => Role == ParticipantRole.Practitioner;
}
