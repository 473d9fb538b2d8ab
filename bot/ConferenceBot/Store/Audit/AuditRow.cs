using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>Who saw or did what, when, by ids only.</summary>
internal sealed class AuditRow : StoredRow, IDescribed<AuditRow>
{
    /// <summary>The subject; all zero for the council's own chain.</summary>
    public required Guid Chain { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }
    public required string Act { get; init; }
    public Guid? Actor { get; init; }
    public Guid? Card { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>HMAC-SHA256 over the one before and this row.</summary>
    public byte[] Hmac { get; set; } = [];

    public static void Describe(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("Audit").HasKey(r => new { r.Council, r.Chain, r.Sequence });
        row.Property(r => r.Sequence).ValueGeneratedNever();
        row.Property(r => r.Act).HasMaxLength(64);
        row.Property(r => r.Hmac).HasMaxLength(32);
    }
}

/// <summary>The end of one chain, sealed, so that a cut tail shows.</summary>
internal sealed class AuditHeadRow : StoredRow, IDescribed<AuditHeadRow>
{
    public required Guid Chain { get; init; }
    public long Sequence { get; set; }

    /// <summary>HMAC of the chain's last row.</summary>
    public byte[] Hmac { get; set; } = [];

    /// <summary>HMAC-SHA256 over chain, sequence and <see cref="Hmac"/>: an earlier end cannot be written without the key.</summary>
    public byte[] Seal { get; set; } = [];

    public static void Describe(EntityTypeBuilder<AuditHeadRow> row)
    {
        row.ToTable("AuditHeads").HasKey(r => new { r.Council, r.Chain });
        row.Property(r => r.Sequence).IsConcurrencyToken();
        row.Property(r => r.Hmac).HasMaxLength(32);
        row.Property(r => r.Seal).HasMaxLength(32);
    }
}
