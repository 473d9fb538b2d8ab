using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Flags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

internal sealed class RiskFlagRow : StoredRow, IVersioned, IDescribed<RiskFlagRow>
{
    public required Guid Id { get; init; }

    /// <summary>Order in which the council's rows were first written.</summary>
    public required long Sequence { get; init; }
    public Guid Conference { get; set; }
    public FlagKind Kind { get; set; }
    public Guid RaisedBy { get; set; }
    public string RaisedByAgency { get; set; } = "";
    public Guid? To { get; set; }
    public ImmutableArray<Guid> PassedTo { get; set; } = [];
    public DateTimeOffset RaisedAt { get; set; }
    public DateTimeOffset? AskedAt { get; set; }
    public string? Ground { get; set; }
    public ImmutableArray<string> Indicators { get; set; } = [];
    public FamilyTold? Told { get; set; }
    public FlagState State { get; set; }
    public DateTimeOffset? ReadAt { get; set; }
    public DateTimeOffset? PlannedAt { get; set; }
    public ImmutableArray<string> Plans { get; set; } = [];
    public DateTimeOffset? PassedOnAt { get; set; }
    public bool AddresseeAway { get; set; }
    public int Version { get; set; }

    public static void Describe(EntityTypeBuilder<RiskFlagRow> row)
    {
        row.ToTable("RiskFlags").HasKey(r => new { r.Council, r.Id });
        row.HasIndex(r => new { r.Council, r.Conference });
        row.Property(r => r.PassedTo).AsJson(StoreJson.Default.ImmutableArrayGuid);
        row.Property(r => r.Indicators).AsJson(StoreJson.Default.ImmutableArrayString);
        row.Property(r => r.Plans).AsJson(StoreJson.Default.ImmutableArrayString);
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Take(RiskFlag flag)
    {
        Conference = flag.Conference.Value;
        Kind = flag.Kind;
        RaisedBy = flag.RaisedBy.Value;
        RaisedByAgency = flag.RaisedByAgency;
        To = flag.To?.Value;
        PassedTo = [.. flag.PassedTo.Select(p => p.Value)];
        RaisedAt = flag.RaisedAt;
        AskedAt = flag.AskedAt;
        Ground = flag.Ground;
        Indicators = flag.Indicators;
        Told = flag.Told;
        State = flag.State;
        ReadAt = flag.ReadAt;
        PlannedAt = flag.PlannedAt;
        Plans = flag.Plans;
        PassedOnAt = flag.PassedOnAt;
        AddresseeAway = flag.AddresseeAway;
        Version = flag.Version;
    }

    public RiskFlag ToFlag() => new()
    {
        Council = new CouncilKey(Council),
        Id = new FlagId(Id),
        Conference = new ConferenceId(Conference),
        Kind = Kind,
        RaisedBy = new PersonId(RaisedBy),
        RaisedByAgency = RaisedByAgency,
        To = To is { } to ? new PersonId(to) : null,
        PassedTo = [.. PassedTo.Select(p => new PersonId(p))],
        RaisedAt = RaisedAt,
        AskedAt = AskedAt,
        Ground = Ground,
        Indicators = Indicators,
        Told = Told,
        State = State,
        ReadAt = ReadAt,
        PlannedAt = PlannedAt,
        Plans = Plans,
        PassedOnAt = PassedOnAt,
        AddresseeAway = AddresseeAway,
        Version = Version,
    };
}
