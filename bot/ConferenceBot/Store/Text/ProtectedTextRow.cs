using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>What somebody typed, encrypted. Never queried but by its key.</summary>
internal sealed class ProtectedTextRow : StoredRow, IDescribed<ProtectedTextRow>
{
    public required Guid Subject { get; init; }
    public required string Field { get; init; }
    public byte[] Cipher { get; set; } = [];

    public static void Describe(EntityTypeBuilder<ProtectedTextRow> row)
    {
        row.ToTable("ProtectedTexts").HasKey(r => new { r.Council, r.Subject, r.Field });
        row.Property(r => r.Field).HasMaxLength(32);
    }
}
