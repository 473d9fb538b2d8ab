namespace ConferenceBot.Teams;

/// <summary>How big an activity is as Teams counts: two bytes for every UTF-16 unit of its JSON.</summary>
internal static class ActivitySize
{
    /// <summary>Bytes above which an activity is refused before it is sent.</summary>
    public const int HardLimit = 80 * 1024;

    /// <summary>Bytes above which an activity is sent and logged as large.</summary>
    public const int SoftLimit = 28 * 1024;

    /// <summary>The size in bytes of an activity serialised to <paramref name="json"/>.</summary>
    public static int Of(string json) => 2 * json.Length;
}
