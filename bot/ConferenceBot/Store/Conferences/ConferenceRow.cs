using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

internal sealed class ConferenceRow : StoredRow, IDescribed<ConferenceRow>
{
    public required Guid Id { get; init; }
    public string Reference { get; set; } = "";
    public ConferenceType Type { get; set; }
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset EndsAt { get; set; }
    public int ScheduleVersion { get; set; }
    public ConferenceStatus Status { get; set; }
    public DateTimeOffset FirstSeen { get; set; }
    public Guid? Chair { get; set; }
    public int Unconfirmed { get; set; }
    public List<ParticipantRow> Participants { get; } = [];

    public static void Describe(EntityTypeBuilder<ConferenceRow> row)
    {
        row.ToTable("Conferences").HasKey(r => new { r.Council, r.Id });
        row.Property(r => r.Reference).HasMaxLength(16);
        row.HasMany(r => r.Participants).WithOne().HasForeignKey(p => new { p.Council, p.Conference }).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.Council, r.Status, r.EndsAt });
    }

    public void Take(Conference conference)
    {
        Reference = conference.Reference.Value;
        Type = conference.Type;
        StartsAt = conference.Slot.Start;
        EndsAt = conference.Slot.End;
        ScheduleVersion = conference.ScheduleVersion;
        Status = conference.Status;
        FirstSeen = conference.FirstSeen;
        Chair = conference.Chair?.Value;
        Unconfirmed = conference.Unconfirmed;
        TakePeople(conference.Participants);
    }

    public Conference ToConference() => new()
    {
        Council = new CouncilKey(Council),
        Id = new ConferenceId(Id),
        Reference = new CaseReference(Reference),
        Type = Type,
        Slot = new Slot(StartsAt, EndsAt),
        ScheduleVersion = ScheduleVersion,
        Status = Status,
        FirstSeen = FirstSeen,
        Chair = Chair is { } chair ? new PersonId(chair) : null,
        Participants = [.. Participants.OrderBy(p => p.Position).Select(p => p.ToParticipant())],
        Unconfirmed = Unconfirmed,
    };

    private void TakePeople(ImmutableArray<Participant> participants)
    {
        Participants.RemoveAll(row => participants.All(p => p.Person.Value != row.Person));
        for (var i = 0; i < participants.Length; i++)
        {
            var row = Participants.Find(p => p.Person == participants[i].Person.Value);
            if (row is null)
                Participants.Add(row = new ParticipantRow { Council = Council, Conference = Id, Person = participants[i].Person.Value });
            row.Take(participants[i], i);
        }
    }
}
