namespace ConferenceBot.Domain.Conferences;

/// <summary>The three parts of the United Kingdom that have bank holidays of their own.</summary>
public enum Division
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}
