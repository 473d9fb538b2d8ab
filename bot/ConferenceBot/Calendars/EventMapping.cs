using System.Collections.Immutable;
using System.Globalization;
using ConferenceBot.Councils;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;
using Microsoft.Graph.Models;

namespace ConferenceBot.Calendars;

/// <summary>
/// Graph's event → what the bot keeps of it. Pure. Subject, body and location are matched and dropped; of an event that is no conference, or
/// is marked personal, private or confidential, only id, slot and whether it is cancelled are kept.
/// </summary>
internal static class EventMapping
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <param name="master">The master of the series when <paramref name="item"/> is one of its occurrences; it lends what the occurrence lacks.</param>
    /// <returns>Null when id or times cannot be read.</returns>
    public static (SeenEvent Seen, RecognitionResult Result)? Map(Event item, Event? master, Recognition recognition)
    {
        if (string.IsNullOrEmpty(item.Id) || SlotOf(item, item.IsAllDay ?? master?.IsAllDay ?? false) is not { } slot)
            return null;
        var (result, conference) = IsOpen(item) && (master is null || IsOpen(master))
            ? recognition.Look(item.Subject ?? master?.Subject, item.Categories ?? master?.Categories ?? [])
            : (new RecognitionResult(RecognitionOutcome.Private), null);
        var cancelled = (item.IsCancelled ?? false) || (master?.IsCancelled ?? false);
        var people = conference is null ? [] : People(item.Organizer ?? master?.Organizer, item.Attendees ?? master?.Attendees);
        var look = new EventLook(result.Outcome.ToString(), result.Type, result.TypeAssumed);
        return (new SeenEvent(item.Id, EventIdentity.Of(item, master, Instant(item.Start)), slot, cancelled, conference, people, look)
        {
            OfOrganiser = conference is not null && (item.IsOrganizer ?? master?.IsOrganizer ?? false),
            ModifiedAt = conference is null ? null : item.LastModifiedDateTime ?? master?.LastModifiedDateTime,
        }, result);
    }

    private static bool IsOpen(Event item) => item.Sensitivity is null or Sensitivity.Normal;

    /// <summary>An event without a length counts as one minute. All-day means the days of London, whatever zone the midnights came in.</summary>
    private static Slot? SlotOf(Event item, bool allDay)
    {
        if ((allDay ? Midnight(item.Start) : Instant(item.Start)) is not { } start || start > DateTimeOffset.MaxValue.AddDays(-1))
            return null;
        var end = (allDay ? Midnight(item.End) : Instant(item.End)) ?? start;
        return new Slot(start, end > start ? end : start.AddMinutes(1));
    }

    private static DateTimeOffset? Midnight(DateTimeTimeZone? time) =>
        Wall(time) is { } wall && wall.Year is > 1 and < 9999 ? new DateTimeOffset(wall.Date, London.GetUtcOffset(wall.Date)) : null;

    /// <summary>An hour that the clocks leave out counts as the one after it; of one that comes twice, the second counts.</summary>
    private static DateTimeOffset? Instant(DateTimeTimeZone? time)
    {
        if (Wall(time) is not { } wall || wall.Year is <= 1 or >= 9999) return null;
        if (string.IsNullOrEmpty(time!.TimeZone)) return new DateTimeOffset(wall, TimeSpan.Zero);
        return GraphZones.TryFind(time.TimeZone, out var zone) ? new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime() : null;
    }

    private static DateTime? Wall(DateTimeTimeZone? time) =>
        DateTime.TryParse(time?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var wall)
            ? DateTime.SpecifyKind(wall, DateTimeKind.Unspecified)
            : null;

    private static ImmutableArray<string> People(Recipient? organiser, IEnumerable<Attendee>? attendees) =>
    [
        .. (attendees ?? []).Where(attendee => attendee.Type != AttendeeType.Resource).Select(attendee => attendee.EmailAddress)
            .Prepend(organiser?.EmailAddress)
            .Select(address => address?.Address?.Trim().ToLowerInvariant() ?? "")
            .Where(address => address.Length > 0)
            .Distinct(StringComparer.Ordinal),
    ];
}
