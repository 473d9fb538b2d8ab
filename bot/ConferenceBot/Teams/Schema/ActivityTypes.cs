namespace ConferenceBot.Teams;

/// <summary>The activity types the bot acts on or sends; every other type is accepted and ignored.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string InstallationUpdate = "installationUpdate";
}
