using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>The next instant of one obligation.</summary>
internal sealed class DueRow : StoredRow, IDescribed<DueRow>
{
    public required DueKind Kind { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Procedure time.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Machine time until which it is left alone; null = not backing off.</summary>
    public DateTimeOffset? RestUntil { get; set; }

    public static void Describe(EntityTypeBuilder<DueRow> row)
    {
        row.ToTable("Dues").HasKey(r => new { r.Council, r.Kind, r.Id });
        row.HasIndex(r => new { r.Council, r.At });
        row.HasIndex(r => new { r.Council, r.Failures });
    }

    public Due ToDue() => new(Kind, Id, At, Failures);
}
