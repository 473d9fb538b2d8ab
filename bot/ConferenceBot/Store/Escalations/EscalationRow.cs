using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Escalations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

internal sealed class EscalationRow : StoredRow, IVersioned, IDescribed<EscalationRow>
{
    public required Guid Id { get; init; }

    /// <summary>Order in which the council's rows were first written.</summary>
    public required long Sequence { get; init; }
    public Guid Conference { get; set; }
    public Guid Requester { get; set; }
    public string RequesterAgency { get; set; } = "";
    public string Reason { get; set; } = "";
    public DateTimeOffset RaisedAt { get; set; }
    public ImmutableArray<Guid> Ladder { get; set; } = [];
    public int Level { get; set; }
    public LadderAbsence Absence { get; set; }
    public DateTimeOffset AnswerBy { get; set; }
    public EscalationState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public DateOnly? ActionBy { get; set; }
    public int Version { get; set; }

    public static void Describe(EntityTypeBuilder<EscalationRow> row)
    {
        row.ToTable("Escalations").HasKey(r => new { r.Council, r.Id });
        row.HasIndex(r => new { r.Council, r.Conference });
        row.Property(r => r.Ladder).AsJson(StoreJson.Default.ImmutableArrayGuid);
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Take(Escalation escalation)
    {
        Conference = escalation.Conference.Value;
        Requester = escalation.Requester.Value;
        RequesterAgency = escalation.RequesterAgency;
        Reason = escalation.Reason;
        RaisedAt = escalation.RaisedAt;
        Ladder = [.. escalation.Ladder.Select(p => p.Value)];
        Level = escalation.Level;
        Absence = escalation.Absence;
        AnswerBy = escalation.AnswerBy;
        State = escalation.State;
        DecidedAt = escalation.DecidedAt;
        ActionBy = escalation.ActionBy;
        Version = escalation.Version;
    }

    public Escalation ToEscalation() => new()
    {
        Council = new CouncilKey(Council),
        Id = new EscalationId(Id),
        Conference = new ConferenceId(Conference),
        Requester = new PersonId(Requester),
        RequesterAgency = RequesterAgency,
        Reason = Reason,
        RaisedAt = RaisedAt,
        Ladder = [.. Ladder.Select(p => new PersonId(p))],
        Level = Level,
        Absence = Absence,
        AnswerBy = AnswerBy,
        State = State,
        DecidedAt = DecidedAt,
        ActionBy = ActionBy,
        Version = Version,
    };
}
