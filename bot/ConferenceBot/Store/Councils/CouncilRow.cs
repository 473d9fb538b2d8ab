using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>One council, and the counter that numbers its rows in the order in which they were written.</summary>
internal sealed class CouncilRow : StoredRow, IDescribed<CouncilRow>
{
    /// <summary>The last number given; 0 = none.</summary>
    public long LastSequence { get; set; }

    public static void Describe(EntityTypeBuilder<CouncilRow> row)
    {
        row.ToTable("Councils").HasKey(r => r.Council);
        row.Property(r => r.LastSequence).IsConcurrencyToken();
    }
}
