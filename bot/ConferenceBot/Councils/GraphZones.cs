using System.Collections.Frozen;

namespace ConferenceBot.Councils;

/// <summary>
/// Graph's names of time zones, by Windows or by IANA name. This program runs without the operating system's tables of cultures, which would
/// translate the Windows names; those that can be met in a council's mailboxes are here. Source: Unicode CLDR windowsZones, territory 001.
/// </summary>
internal static class GraphZones
{
    private static readonly FrozenDictionary<string, string> Windows = new Dictionary<string, string>
    {
        ["UTC"] = "UTC", ["tzone://Microsoft/Utc"] = "UTC", ["GMT Standard Time"] = "Europe/London", ["Greenwich Standard Time"] = "Atlantic/Reykjavik",
        ["W. Europe Standard Time"] = "Europe/Berlin", ["Central Europe Standard Time"] = "Europe/Budapest", ["Romance Standard Time"] = "Europe/Paris",
        ["Central European Standard Time"] = "Europe/Warsaw", ["W. Central Africa Standard Time"] = "Africa/Lagos", ["GTB Standard Time"] = "Europe/Bucharest",
        ["FLE Standard Time"] = "Europe/Kiev", ["E. Europe Standard Time"] = "Europe/Chisinau", ["Turkey Standard Time"] = "Europe/Istanbul",
        ["Egypt Standard Time"] = "Africa/Cairo", ["South Africa Standard Time"] = "Africa/Johannesburg", ["Israel Standard Time"] = "Asia/Jerusalem",
        ["Russian Standard Time"] = "Europe/Moscow", ["Arab Standard Time"] = "Asia/Riyadh", ["Arabian Standard Time"] = "Asia/Dubai",
        ["E. Africa Standard Time"] = "Africa/Nairobi", ["Morocco Standard Time"] = "Africa/Casablanca", ["Azores Standard Time"] = "Atlantic/Azores",
        ["Pakistan Standard Time"] = "Asia/Karachi", ["India Standard Time"] = "Asia/Kolkata", ["Sri Lanka Standard Time"] = "Asia/Colombo",
        ["Bangladesh Standard Time"] = "Asia/Dhaka", ["Nepal Standard Time"] = "Asia/Katmandu", ["SE Asia Standard Time"] = "Asia/Bangkok",
        ["China Standard Time"] = "Asia/Shanghai", ["Singapore Standard Time"] = "Asia/Singapore", ["Tokyo Standard Time"] = "Asia/Tokyo",
        ["W. Australia Standard Time"] = "Australia/Perth", ["AUS Eastern Standard Time"] = "Australia/Sydney",
        ["New Zealand Standard Time"] = "Pacific/Auckland", ["Newfoundland Standard Time"] = "America/St_Johns", ["Atlantic Standard Time"] = "America/Halifax",
        ["Eastern Standard Time"] = "America/New_York", ["Central Standard Time"] = "America/Chicago", ["Mountain Standard Time"] = "America/Denver",
        ["Pacific Standard Time"] = "America/Los_Angeles", ["SA Pacific Standard Time"] = "America/Bogota", ["E. South America Standard Time"] = "America/Sao_Paulo",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>False for a name that is not known: then the time is not known either.</returns>
    public static bool TryFind(string? name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return !string.IsNullOrWhiteSpace(name) && TimeZoneInfo.TryFindSystemTimeZoneById(Windows.GetValueOrDefault(name, name), out zone);
    }
}
