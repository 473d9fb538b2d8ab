using System.Text;

namespace ConferenceBot.Teams;

/// <summary>How big an activity is as Teams counts: two bytes for every UTF-16 unit of its JSON.</summary>
internal static class ActivitySize
{
    /// <summary>Bytes above which an activity is refused before it is sent.</summary>
    public const int HardLimit = 80 * 1024;

    /// <summary>Bytes above which an activity is sent and logged as large.</summary>
    public const int SoftLimit = 28 * 1024;

    /// <summary>The size in bytes, as Teams counts, of an activity whose JSON is <paramref name="json"/> in UTF-8.</summary>
    public static int Of(ReadOnlySpan<byte> json) => 2 * Encoding.UTF8.GetCharCount(json);
}
