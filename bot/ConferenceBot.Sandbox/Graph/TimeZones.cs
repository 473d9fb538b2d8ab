namespace ConferenceBot.Sandbox.Graph;

/// <summary>Time zones by the name Windows gives them or by the IANA name, as Graph takes both.</summary>
internal static class TimeZones
{
    private static readonly Dictionary<string, string> Windows = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT Standard Time"] = "Europe/London",
        ["Greenwich Standard Time"] = "Atlantic/Reykjavik",
        ["W. Europe Standard Time"] = "Europe/Berlin",
        ["Romance Standard Time"] = "Europe/Paris",
        ["Central European Standard Time"] = "Europe/Warsaw",
        ["GTB Standard Time"] = "Europe/Bucharest",
        ["Eastern Standard Time"] = "America/New_York",
        ["Pacific Standard Time"] = "America/Los_Angeles",
        ["India Standard Time"] = "Asia/Kolkata",
    };

    /// <returns>The zone; UTC without a name; null for a name that nobody knows.</returns>
    public static TimeZoneInfo? Find(string? name) => name is null or "UTC"
        ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(Windows.GetValueOrDefault(name, name), out var zone) ? zone : null;
}
