using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>
/// What the schema asks of a program; one row for the whole database, and the only table without a council. A migration that an
/// older program could not live with raises <see cref="LowestProgram"/>.
/// </summary>
internal sealed class SchemaRow
{
    public int Id { get; init; } = 1;

    /// <summary>The lowest product version that may open this database, such as <c>0.1.0</c>.</summary>
    public required string LowestProgram { get; set; }

    public static void Describe(EntityTypeBuilder<SchemaRow> row)
    {
        row.ToTable("Schema").HasKey(r => r.Id);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.LowestProgram).HasMaxLength(32);
        row.HasData(new SchemaRow { LowestProgram = "0.1.0" });
    }
}
