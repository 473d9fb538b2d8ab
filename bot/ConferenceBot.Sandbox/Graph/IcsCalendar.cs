using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Reads an exported calendar and turns each of its events into what Graph would hold.</summary>
internal static class IcsCalendar
{
    /// <summary>Most occurrences taken of one series; the calendar of a box needs no more.</summary>
    private const int MostOccurrences = 400;

    /// <summary>A rule that never comes true is given up.</summary>
    private static readonly EvaluationOptions Limits = new() { MaxUnmatchedIncrementsLimit = 1000 };

    /// <exception cref="FormatException">The text is not a calendar.</exception>
    public static IReadOnlyList<CalendarEntry> Read(string text) =>
        Expand(Events(text), (_, error) => throw new FormatException("The calendar cannot be read.", error));

    /// <returns>The events of a calendar that is whole.</returns>
    /// <exception cref="FormatException">The text is not a calendar, or damaged somewhere.</exception>
    public static IReadOnlyList<CalendarEvent> Events(string text)
    {
        Ical.Net.Calendar? calendar;
        try
        {
            calendar = Ical.Net.Calendar.Load(text);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new FormatException("The calendar cannot be read.", error);
        }
        if (calendar is null)
            throw new FormatException("The calendar cannot be read: it holds no VCALENDAR.");
        return [.. calendar.Events.Where(item => item.Start is not null && item.Uid is not null)];
    }

    /// <summary>Events → entries, series with their occurrences. A changed occurrence whose series is not there stands alone.</summary>
    /// <param name="damaged">Told of each event that cannot be used; the others come all the same.</param>
    public static IReadOnlyList<CalendarEntry> Expand(IReadOnlyList<CalendarEvent> events, Action<CalendarEvent, Exception> damaged)
    {
        var overrides = events.Where(item => item.RecurrenceIdentifier is not null).ToLookup(item => item.Uid!);
        var masters = events.Where(item => item.RecurrenceIdentifier is null).ToList();
        var known = masters.Select(item => item.Uid!).ToHashSet();
        var entries = new Dictionary<string, CalendarEntry>();
        foreach (var item in masters.Concat(overrides.Where(group => !known.Contains(group.Key)).SelectMany(group => group)))
        {
            try
            {
                foreach (var entry in item.RecurrenceIdentifier is { } alone
                    ? [IcsMapping.ToEntry(item, OccurrenceKey(item, IcsMapping.Utc(alone.StartTime)), "singleInstance")]
                    : Expand(item, overrides[item.Uid!]))
                    entries[entry.Key] = entry;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                damaged(item, error);
            }
        }
        return [.. entries.Values];
    }

    private static List<CalendarEntry> Expand(CalendarEvent item, IEnumerable<CalendarEvent> overrides)
    {
        if (item.RecurrenceRule is null && !item.RecurrenceDates.GetAllDates().Any())
            return [IcsMapping.ToEntry(item, item.Uid!, "singleInstance")];
        var master = IcsMapping.ToEntry(item, item.Uid!, "seriesMaster");
        var changed = overrides.GroupBy(exception => IcsMapping.Utc(exception.RecurrenceIdentifier!.StartTime))
            .ToDictionary(group => group.Key, group => group.Last());
        var exceptions = changed.Select(pair => IcsMapping.ToEntry(pair.Value, OccurrenceKey(item, pair.Key), "exception") with
        {
            MasterKey = master.Key,
            OriginalStart = pair.Key,
        });
        var occurrences = item.GetOccurrences(item.Start!, Limits)
            .Take(MostOccurrences)
            .Select(occurrence => (Start: IcsMapping.Utc(occurrence.Period.StartTime), End: EndOf(occurrence)))
            .Where(period => !changed.ContainsKey(period.Start))
            .Select(period => master with
            {
                Key = OccurrenceKey(item, period.Start),
                Type = "occurrence",
                MasterKey = master.Key,
                Start = period.Start,
                End = period.End,
                OriginalStart = period.Start,
            });
        return [master, .. occurrences, .. exceptions];
    }

    private static DateTimeOffset EndOf(Occurrence occurrence) =>
        occurrence.Period.EffectiveEndTime is { } end ? IcsMapping.Utc(end) : IcsMapping.Utc(occurrence.Period.StartTime);

    private static string OccurrenceKey(CalendarEvent item, DateTimeOffset start) => $"{item.Uid}/{Iso.Write(start)}";
}
