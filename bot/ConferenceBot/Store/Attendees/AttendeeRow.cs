using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>One invited address of one conference, by keyed hash: it may be a member of the family, so no name, no address and no id of a person.</summary>
internal sealed class AttendeeRow : StoredRow, IDescribed<AttendeeRow>
{
    public required Guid Conference { get; init; }
    public required string Key { get; init; }
    public required Guid Id { get; init; }
    public string? PersonKey { get; set; }
    public int Place { get; set; }
    public AccountKind Account { get; set; }
    public string? Department { get; set; }
    public string? GroupKey { get; set; }
    public string? SuggestedKey { get; set; }
    public string? SuggestedName { get; set; }
    public AgencyKind? SuggestedKind { get; set; }
    public AttendeeStanding Standing { get; set; }
    public string? AgencyKey { get; set; }
    public string? AgencyName { get; set; }
    public AgencyKind? AgencyKind { get; set; }
    public bool BySettings { get; set; }
    public Guid? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public bool Told { get; set; }

    public static void Describe(EntityTypeBuilder<AttendeeRow> row)
    {
        row.ToTable("Attendees").HasKey(r => new { r.Council, r.Conference, r.Key });
        row.Property(r => r.Key).HasMaxLength(64);
        row.Property(r => r.PersonKey).HasMaxLength(64);
        row.Property(r => r.GroupKey).HasMaxLength(64);
        row.Property(r => r.Department).HasMaxLength(100);
        row.HasIndex(r => new { r.Council, r.Id });
        row.HasIndex(r => new { r.Council, r.Key });
        row.HasIndex(r => new { r.Council, r.PersonKey });
        row.HasIndex(r => new { r.Council, r.Standing, r.Conference });
    }

    public void Take(KnownAttendee one)
    {
        (PersonKey, Place, Account, Department, GroupKey) = (one.PersonKey, one.Place, one.Account, one.Department, one.Group);
        (SuggestedKey, SuggestedName, SuggestedKind) = (one.Suggested?.Key, one.Suggested?.Name, one.Suggested?.Kind);
        (AgencyKey, AgencyName, AgencyKind) = (one.Agency?.Key, one.Agency?.Name, one.Agency?.Kind);
        (Standing, BySettings, DecidedBy, DecidedAt, Told) = (one.Standing, one.BySettings, one.DecidedBy?.Value, one.DecidedAt, one.Told);
    }

    public KnownAttendee ToAttendee() => new()
    {
        Id = Id,
        Key = Key,
        PersonKey = PersonKey,
        Place = Place,
        Account = Account,
        Department = Department,
        Group = GroupKey,
        Suggested = ToAgency(SuggestedKey, SuggestedName, SuggestedKind),
        Standing = Standing,
        Agency = ToAgency(AgencyKey, AgencyName, AgencyKind),
        BySettings = BySettings,
        DecidedBy = DecidedBy is { } by ? new PersonId(by) : null,
        DecidedAt = DecidedAt,
        Told = Told,
    };

    internal static Agency? ToAgency(string? key, string? name, AgencyKind? kind) =>
        key is not null && name is not null && kind is { } sort ? new Agency(key, name, sort) : null;
}

/// <summary>What an administrator has said of an attendee; taken back, the row goes and the audit stays.</summary>
internal sealed class VerdictRow : StoredRow, IDescribed<VerdictRow>
{
    public required string Key { get; init; }
    public required string Scope { get; init; }
    public Decided Decided { get; set; }
    public string? AgencyKey { get; set; }
    public string? AgencyName { get; set; }
    public AgencyKind? AgencyKind { get; set; }
    public Guid By { get; set; }
    public DateTimeOffset At { get; set; }

    public static void Describe(EntityTypeBuilder<VerdictRow> row)
    {
        row.ToTable("Verdicts").HasKey(r => new { r.Council, r.Key, r.Scope });
        row.Property(r => r.Key).HasMaxLength(64);
        row.Property(r => r.Scope).HasMaxLength(64);
    }

    public Verdict ToVerdict() => new(
        Key, Scope, Decided, AttendeeRow.ToAgency(AgencyKey, AgencyName, AgencyKind), new PersonId(By), At);
}
