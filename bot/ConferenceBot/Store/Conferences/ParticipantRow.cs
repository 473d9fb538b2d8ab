using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

internal sealed class ParticipantRow : StoredRow, IDescribed<ParticipantRow>
{
    public required Guid Conference { get; init; }
    public required Guid Person { get; init; }

    /// <summary>Place in the conference's list, from 0.</summary>
    public int Position { get; set; }
    public ParticipantRole Role { get; set; }
    public string AgencyKey { get; set; } = "";
    public string AgencyName { get; set; } = "";
    public AgencyKind AgencyKind { get; set; }

    public static void Describe(EntityTypeBuilder<ParticipantRow> row)
    {
        row.ToTable("Participants").HasKey(r => new { r.Council, r.Conference, r.Person });
        row.HasIndex(r => new { r.Council, r.Person });
    }

    public void Take(Participant participant, int position)
    {
        Position = position;
        Role = participant.Role;
        AgencyKey = participant.Agency.Key;
        AgencyName = participant.Agency.Name;
        AgencyKind = participant.Agency.Kind;
    }

    public Participant ToParticipant() => new(new PersonId(Person), new Agency(AgencyKey, AgencyName, AgencyKind), Role);
}
