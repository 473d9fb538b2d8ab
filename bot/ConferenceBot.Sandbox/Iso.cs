using System.Globalization;

namespace ConferenceBot.Sandbox;

/// <summary>Instants as text on the sandbox's own pages and ports.</summary>
internal static class Iso
{
    /// <returns>UTC with seconds and a Z, for example 2026-05-11T07:00:00Z.</returns>
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <returns>The instant; a text without offset counts as UTC; null when it is not an instant.</returns>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    /// <summary>Reads a local date and time of a zone.</summary>
    public static DateTimeOffset InZone(string local, TimeZoneInfo zone)
    {
        var time = DateTime.SpecifyKind(DateTime.Parse(local, CultureInfo.InvariantCulture), DateTimeKind.Unspecified);
        return new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime();
    }
}
