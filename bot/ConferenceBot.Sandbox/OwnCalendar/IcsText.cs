using System.Globalization;
using System.Text.RegularExpressions;
using Ical.Net.DataTypes;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>The text of an exported calendar before it is parsed: its events one by one, so that a damaged one spoils no other.</summary>
internal static partial class IcsText
{
    private const string London = "Europe/London";

    /// <returns>The text with plain line ends, without a byte order mark and with zones that can be looked up.</returns>
    public static string Normalise(string text)
    {
        var plain = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var known = new Dictionary<string, bool>();
        return TimeZone().Replace(plain, match =>
        {
            var name = match.Groups["name"].Value;
            if (!known.TryGetValue(name, out var fine))
                known[name] = fine = IsZone(name);
            return fine ? match.Value : "TZID=" + London + ":";
        });
    }

    /// <summary>Everything between BEGIN:VEVENT and END:VEVENT, both included. An event without an end runs to the next or to the end.</summary>
    public static IReadOnlyList<string> Events(string text)
    {
        var events = new List<string>();
        for (var at = NextEvent(text, 0); at >= 0;)
        {
            var next = NextEvent(text, at + 1);
            var limit = next < 0 ? text.Length : next;
            var end = text.IndexOf("\nEND:VEVENT", at, limit - at, StringComparison.OrdinalIgnoreCase);
            events.Add(text[at..(end < 0 ? limit : end + "\nEND:VEVENT".Length)].Trim('\n'));
            at = next;
        }
        return events;
    }

    /// <returns>A calendar of one event.</returns>
    public static string Alone(string oneEvent) => $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//sandbox//EN\n{oneEvent}\nEND:VCALENDAR\n";

    /// <returns>The day an event says it begins, as in "Tue 19 May 2026"; a place in the file when it says none.</returns>
    public static string WhichDay(string oneEvent, int index) =>
        Start().Match(oneEvent) is { Success: true } found
        && DateOnly.TryParseExact(found.Groups["day"].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"Event {index + 1} of the file");

    private static int NextEvent(string text, int from)
    {
        if (from == 0 && text.StartsWith("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase))
            return 0;
        var at = text.IndexOf("\nBEGIN:VEVENT", from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + 1;
    }

    /// <summary>Outlook also writes its display names, which say an offset but mean London.</summary>
    private static bool IsZone(string name)
    {
        if (name.StartsWith('('))
            return false;
        try
        {
            return new CalDateTime(2026, 1, 1, 12, 0, 0, name).AsUtc.Year == 2026;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("""TZID=("(?<name>[^"\n]*)"|(?<name>[^":;\n]*)):(?=[0-9])""", RegexOptions.IgnoreCase)]
    private static partial Regex TimeZone();

    [GeneratedRegex(@"^DTSTART[^:\n]*:(?<day>[0-9]{8})", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Start();
}
