using Microsoft.EntityFrameworkCore;

namespace ConferenceBot.Store;

/// <summary>
/// The council's memory as EF Core sees it; one model for every provider. An instance shows the rows of one council only: its
/// filter is part of every query.
/// </summary>
internal sealed class ConferenceBotDb(DbContextOptions<ConferenceBotDb> options) : DbContext(options)
{
    /// <summary>Key of the council whose rows are seen; empty sees none.</summary>
    public string Council { get; set; } = "";

    public DbSet<SchemaRow> Schema => Set<SchemaRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<IsoDay>().HaveMaxLength(10);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        SchemaRow.Describe(modelBuilder.Entity<SchemaRow>());
        Row<CouncilRow>(modelBuilder);
        Row<ConferenceRow>(modelBuilder);
        Row<ParticipantRow>(modelBuilder);
        Row<CalendarEventRow>(modelBuilder);
        Row<AttendeeRow>(modelBuilder);
        Row<VerdictRow>(modelBuilder);
        Row<ReportTaskRow>(modelBuilder);
        Row<RiskFlagRow>(modelBuilder);
        Row<EscalationRow>(modelBuilder);
        Row<NoticeRow>(modelBuilder);
        Row<CardCopyRow>(modelBuilder);
        Row<DeliveryRow>(modelBuilder);
        Row<DueRow>(modelBuilder);
        Row<PersonRow>(modelBuilder);
        Row<MailboxRow>(modelBuilder);
        Row<SubscriptionRow>(modelBuilder);
        Row<InboxRow>(modelBuilder);
        Row<MarkRow>(modelBuilder);
        Row<ProtectedTextRow>(modelBuilder);
        Row<AuditRow>(modelBuilder);
        Row<AuditHeadRow>(modelBuilder);
    }

    private void Row<T>(ModelBuilder model) where T : StoredRow, IDescribed<T>
    {
        var row = model.Entity<T>();
        row.Property(r => r.Council).HasMaxLength(64);
        row.HasQueryFilter(r => r.Council == Council);
        T.Describe(row);
    }
}
