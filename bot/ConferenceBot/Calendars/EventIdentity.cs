using System.Globalization;
using Microsoft.Graph.Models;

namespace ConferenceBot.Calendars;

/// <summary>
/// The same text for one meeting in whichever mailbox it is seen. Pure. Events of a series may share or lack their iCalUId, so the day or
/// instant for which one was first planned is added: it is the same in every mailbox, and stays when the event is moved.
/// </summary>
/// <remarks>
/// Exchange's own ids (MS-OXOCAL, PidLidGlobalObjectId) hold that day in four bytes, zero for the series as a whole. Somebody invited to one
/// occurrence only has it as a single event with that day in its id, so for such ids the day is what is added.
/// </remarks>
internal static class EventIdentity
{
    private const string Exchange = "040000008200E00074C5B7101A82E008", NoDay = "00000000";
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <param name="start">When it begins as things stand; counts where Graph does not say when an occurrence was first to begin.</param>
    public static string Of(Event item, Event? master, DateTimeOffset? start)
    {
        var own = string.IsNullOrEmpty(item.ICalUId) ? master?.ICalUId : item.ICalUId;
        if (string.IsNullOrEmpty(own)) return item.Id!;
        var planned = string.IsNullOrEmpty(item.SeriesMasterId) ? null : item.OriginalStart ?? start;
        if (!own.StartsWith(Exchange, StringComparison.OrdinalIgnoreCase) || own.Length < Exchange.Length + NoDay.Length)
            return string.IsNullOrEmpty(item.SeriesMasterId) ? own
                : string.Create(CultureInfo.InvariantCulture, $"{own}/{planned?.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        var upper = own.ToUpperInvariant();
        var day = upper.Substring(Exchange.Length, NoDay.Length);
        if (day == NoDay && planned is { } first) day = DayOf(TimeZoneInfo.ConvertTime(first, London));
        return day == NoDay ? upper : $"{Exchange}{NoDay}{upper[(Exchange.Length + NoDay.Length)..]}/{day}";
    }

    /// <summary>As Exchange writes it: two bytes of the year, one of the month, one of the day.</summary>
    private static string DayOf(DateTimeOffset day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:X4}{day.Month:X2}{day.Day:X2}");
}
