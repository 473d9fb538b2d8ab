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

    public static void Describe(EntityTypeBuilder<CalendarEventRow> row)
    {
        row.ToTable("CalendarEvents").HasKey(r => new { r.Council, r.Mailbox, r.EventId });
        row.HasIndex(r => new { r.Council, r.ICalUId });
        row.HasIndex(r => new { r.Council, r.Conference });
        row.HasIndex(r => new { r.Council, r.Mailbox, r.Round });
    }
}
