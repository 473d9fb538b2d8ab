using ConferenceBot.Sandbox.Graph;
using Ical.Net.CalendarComponents;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>An exported calendar as read: with names, addresses and subjects. It goes nowhere but through <see cref="Replacing"/>.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Tag">The same for the same text, another for another: two files in one data folder have no person or event in common.</param>
/// <param name="Damaged">Events that could not be read, one line each, by their day.</param>
internal sealed record CalendarFile(string Path, string Tag, IReadOnlyList<CalendarEntry> Entries, IReadOnlyList<string> Damaged)
{
    public const long MostBytes = 20 * 1024 * 1024;
    public const int MostEvents = 5000;

    /// <exception cref="FormatException">The file cannot be used; the message says why in one line.</exception>
    public static CalendarFile Read(string path)
    {
        if (!File.Exists(path))
            throw new FormatException(Directory.Exists(path) ? "this is a folder, not a file." : "there is no such file.");
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                throw new FormatException($"the file is larger than {MostBytes / 1024 / 1024} MB. Export a shorter time.");
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FormatException("the file cannot be opened.", error);
        }
    }

    /// <exception cref="FormatException">The text cannot be used.</exception>
    public static CalendarFile Parse(string path, string text)
    {
        var plain = IcsText.Normalise(text);
        if (!plain.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("this is not a calendar. Export one from Outlook or Google as an .ics file.");
        var blocks = IcsText.Events(plain);
        if (blocks.Count == 0)
            throw new FormatException("the calendar holds no events.");
        if (blocks.Count > MostEvents)
            throw new FormatException($"the calendar holds {blocks.Count} events; at most {MostEvents} are read. Export a shorter time.");
        var damaged = new List<string>();
        var events = Events(plain, blocks, damaged);
        var entries = IcsCalendar.Expand(events, (item, _) => damaged.Add(Line(Day(item))));
        return new CalendarFile(path, Ids.OpaqueFrom(plain, 6), entries, damaged);
    }

    /// <summary>All at once; only when that fails or loses something one by one.</summary>
    private static List<CalendarEvent> Events(string plain, IReadOnlyList<string> blocks, List<string> damaged)
    {
        try
        {
            if (IcsCalendar.Events(plain) is var whole && whole.Count == blocks.Count)
                return [.. whole];
        }
        catch (FormatException)
        {
            // One of them is damaged; each is tried alone.
        }
        var events = new List<CalendarEvent>();
        foreach (var (index, block) in blocks.Index())
        {
            try
            {
                if (IcsCalendar.Events(IcsText.Alone(block)) is [var one])
                    events.Add(one);
                else
                    damaged.Add(Line(IcsText.WhichDay(block, index)));
            }
            catch (FormatException)
            {
                damaged.Add(Line(IcsText.WhichDay(block, index)));
            }
        }
        return events;
    }

    private static string Day(CalendarEvent item) =>
        item.Start!.Value.ToString("ddd d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static string Line(string which) => which + ": damaged, left out.";
}
