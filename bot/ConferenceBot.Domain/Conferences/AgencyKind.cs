namespace ConferenceBot.Domain.Conferences;

/// <summary>The sort of agency a participant reports for; local procedure may set deadlines by it.</summary>
public enum AgencyKind
{
    SocialCare,
    HealthVisiting,
    SchoolNursing,
    GeneralPractice,
    School,
    Nursery,
    Police,
    Probation,
    Housing,
    Other,
}
