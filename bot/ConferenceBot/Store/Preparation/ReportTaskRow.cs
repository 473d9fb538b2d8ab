using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Preparation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReportStatus = ConferenceBot.Domain.Preparation.ReportStatus;

namespace ConferenceBot.Store;

internal sealed class ReportTaskRow : StoredRow, IVersioned, IDescribed<ReportTaskRow>
{
    public required Guid Id { get; init; }
    public Guid Conference { get; set; }
    public Guid Author { get; set; }
    public string AgencyKey { get; set; } = "";
    public string AgencyName { get; set; } = "";
    public AgencyKind AgencyKind { get; set; }
    public DateTimeOffset InvitedAt { get; set; }
    public ReportStatus Status { get; set; }
    public DateOnly? SentToChair { get; set; }
    public FamilyAnswer Family { get; set; }
    public DateOnly? GoneThrough { get; set; }
    public string? WhyNotYet { get; set; }
    public bool NotSafeWithSomeone { get; set; }
    public bool RestrictedRaised { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public bool Correcting { get; set; }
    public ImmutableArray<GivenStepColumn> Given { get; set; } = [];
    public int Version { get; set; }

    public static void Describe(EntityTypeBuilder<ReportTaskRow> row)
    {
        row.ToTable("ReportTasks").HasKey(r => new { r.Council, r.Id });
        row.HasIndex(r => new { r.Council, r.Conference });
        row.Property(r => r.Given).AsJson(StoreJson.Default.ImmutableArrayGivenStepColumn);
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Take(ReportTask task)
    {
        Conference = task.Conference.Value;
        Author = task.Author.Value;
        (AgencyKey, AgencyName, AgencyKind) = (task.Agency.Key, task.Agency.Name, task.Agency.Kind);
        InvitedAt = task.InvitedAt;
        Status = task.Status;
        SentToChair = task.SentToChair;
        Family = task.Family;
        GoneThrough = task.GoneThrough;
        WhyNotYet = task.WhyNotYet;
        NotSafeWithSomeone = task.NotSafeWithSomeone;
        RestrictedRaised = task.RestrictedRaised;
        AnsweredAt = task.AnsweredAt;
        Correcting = task.Correcting;
        Given = [.. task.Given.Select(GivenStepColumn.Of)];
        Version = task.Version;
    }

    public ReportTask ToTask() => new()
    {
        Council = new CouncilKey(Council),
        Id = new ReportTaskId(Id),
        Conference = new ConferenceId(Conference),
        Author = new PersonId(Author),
        Agency = new Agency(AgencyKey, AgencyName, AgencyKind),
        InvitedAt = InvitedAt,
        Status = Status,
        SentToChair = SentToChair,
        Family = Family,
        GoneThrough = GoneThrough,
        WhyNotYet = WhyNotYet,
        NotSafeWithSomeone = NotSafeWithSomeone,
        RestrictedRaised = RestrictedRaised,
        AnsweredAt = AnsweredAt,
        Correcting = Correcting,
        Given = [.. Given.Select(g => g.ToStep())],
        Version = Version,
    };
}

/// <summary>A given step inside its JSON column; instants as UTC ticks, as in the columns.</summary>
internal readonly record struct GivenStepColumn(int Schedule, string Step, long Deadline, long At)
{
    public static GivenStepColumn Of(GivenStep step) =>
        new(step.ScheduleVersion, step.Step.ToString(), step.Deadline.UtcTicks, step.At.UtcTicks);

    public GivenStep ToStep() => new(
        Schedule, Enum.Parse<PromptStep>(Step), new DateTimeOffset(Deadline, TimeSpan.Zero), new DateTimeOffset(At, TimeSpan.Zero));
}
