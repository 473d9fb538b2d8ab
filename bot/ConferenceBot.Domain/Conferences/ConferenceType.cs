namespace ConferenceBot.Domain.Conferences;

/// <summary>
/// What kind of child protection conference an event is. The kind chooses deadlines and nothing else.
/// </summary>
public enum ConferenceType
{
    /// <summary>Initial child protection conference (ICPC).</summary>
    Initial,

    /// <summary>First review, within three months of the initial conference.</summary>
    FirstReview,

    /// <summary>Later review child protection conference (RCPC).</summary>
    Review,

    /// <summary>Pre-birth conference; same status as an initial one.</summary>
    PreBirth,

    /// <summary>Transfer-in conference from another authority.</summary>
    TransferIn,

    /// <summary>Reconvened after an inquorate or adjourned conference.</summary>
    Reconvened,
}
