namespace ConferenceBot.Domain.Procedure;

/// <summary>Whom a report is shared with before the conference: two facts with a deadline each.</summary>
public enum Audience
{
    /// <summary>The chair, by way of the conference administrators.</summary>
    Chair,

    /// <summary>Parents and carers, and the child where old enough.</summary>
    Family,
}
