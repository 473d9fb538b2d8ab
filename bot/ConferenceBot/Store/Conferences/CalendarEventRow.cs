using ConferenceBot.Domain.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>A calendar event that was recognised as a conference; one conference may be an event in several mailboxes.</summary>
internal sealed class CalendarEventRow : StoredRow, IDescribed<CalendarEventRow>
{
    public required string Mailbox { get; init; }
    public required string EventId { get; init; }
    public required string ICalUId { get; set; }
    public required Guid Conference { get; set; }

    /// <summary>The full read in which it was last seen.</summary>
    public required int Round { get; set; }
    public bool OfOrganiser { get; set; }
    public bool Cancelled { get; set; }
    public ConferenceType? Type { get; set; }
    public DateTimeOffset? StartsAt { get; set; }
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>How many people it shows.</summary>
    public int People { get; set; }

    /// <summary>Since when it says this; null while nothing is kept of what it says.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    public void Take(CalendarCopy copy)
    {
        (OfOrganiser, Cancelled, Type, People, ChangedAt) = (copy.OfOrganiser, copy.Cancelled, copy.Type, copy.People, copy.ChangedAt);
        (StartsAt, EndsAt) = (copy.Slot.Start, copy.Slot.End);
    }

    public CalendarCopy ToCopy() => new(
        Mailbox, EventId, OfOrganiser, Cancelled, Type ?? default, StartsAt is { } from && EndsAt is { } until ? new Slot(from, until) : default, People,
        ChangedAt ?? DateTimeOffset.MinValue);

    public static void Describe(EntityTypeBuilder<CalendarEventRow> row)
    {
        row.ToTable("CalendarEvents").HasKey(r => new { r.Council, r.Mailbox, r.EventId });
        row.HasIndex(r => new { r.Council, r.ICalUId });
        row.HasIndex(r => new { r.Council, r.Conference });
        row.HasIndex(r => new { r.Council, r.Mailbox, r.Round });
    }
}
