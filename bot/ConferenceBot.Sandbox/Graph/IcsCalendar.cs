using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Reads an exported calendar and turns each of its events into what Graph would hold.</summary>
internal static class IcsCalendar
{
    /// <summary>Most occurrences taken of one series; the calendar of a box needs no more.</summary>
    private const int MostOccurrences = 400;

    /// <exception cref="FormatException">The text is not a calendar.</exception>
    public static IReadOnlyList<CalendarEntry> Read(string text)
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
        var events = calendar.Events.Where(item => item.Start is not null && item.Uid is not null).ToList();
        var overrides = events.Where(item => item.RecurrenceIdentifier is not null).ToLookup(item => item.Uid!);
        return [.. events.Where(item => item.RecurrenceIdentifier is null).SelectMany(item => Expand(item, overrides[item.Uid!]))];
    }

    private static IEnumerable<CalendarEntry> Expand(CalendarEvent item, IEnumerable<CalendarEvent> overrides)
    {
        if (item.RecurrenceRule is null && !item.RecurrenceDates.GetAllDates().Any())
            return [IcsMapping.ToEntry(item, item.Uid!, "singleInstance")];
        var master = IcsMapping.ToEntry(item, item.Uid!, "seriesMaster");
        var changed = overrides.ToDictionary(exception => IcsMapping.Utc(exception.RecurrenceIdentifier!.StartTime));
        var exceptions = changed.Select(pair => IcsMapping.ToEntry(pair.Value, OccurrenceKey(item, pair.Key), "exception") with
        {
            MasterKey = master.Key,
            OriginalStart = pair.Key,
        });
        var occurrences = item.GetOccurrences(item.Start!, null)
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
