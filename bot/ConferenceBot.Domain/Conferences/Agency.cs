namespace ConferenceBot.Domain.Conferences;

/// <summary>An agency of the safeguarding partnership.</summary>
/// <param name="Key">Short and stable, from the settings.</param>
/// <param name="Name">As shown on cards.</param>
public sealed record Agency(string Key, string Name, AgencyKind Kind);
