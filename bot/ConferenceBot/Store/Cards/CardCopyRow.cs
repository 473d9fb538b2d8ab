using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

internal sealed class CardCopyRow : StoredRow, IDescribed<CardCopyRow>
{
    public required Guid Id { get; init; }

    /// <summary>Order in which the council's rows were first written.</summary>
    public required long Sequence { get; init; }
    public Guid Person { get; set; }
    public CardKind Kind { get; set; }
    public Guid Subject { get; set; }
    public Guid? Conference { get; set; }
    public Guid? Parent { get; set; }
    public int Version { get; set; }
    public int Shown { get; set; }
    public string? ActivityId { get; set; }
    public string? ConversationId { get; set; }
    public PutAway? PutAway { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? HideTextAt { get; set; }
    public bool Lost { get; set; }

    /// <summary>Follows from the others: has an activity of its own, is not lost, and shows less than is wanted. For the index.</summary>
    public bool Behind { get; set; }

    public static void Describe(EntityTypeBuilder<CardCopyRow> row)
    {
        row.ToTable("CardCopies").HasKey(r => new { r.Council, r.Id });
        row.HasIndex(r => new { r.Council, r.Subject });
        row.HasIndex(r => new { r.Council, r.Parent });
        row.HasIndex(r => new { r.Council, r.CreatedAt, r.Sequence }, "IX_CardCopies_Behind").HasFilter("\"Behind\"");
        row.HasIndex(r => new { r.Council, r.HideTextAt });
    }

    public void Take(CardCopy copy)
    {
        Person = copy.Person.Value;
        Kind = copy.Kind;
        Subject = copy.Subject;
        Conference = copy.Conference?.Value;
        Parent = copy.Parent;
        Version = copy.Version;
        Shown = copy.Shown;
        ActivityId = copy.ActivityId;
        ConversationId = copy.ConversationId;
        PutAway = copy.PutAway;
        CreatedAt = copy.CreatedAt;
        HideTextAt = copy.HideTextAt;
        Lost = copy.Lost;
        Behind = copy is { Parent: null, ActivityId: not null, Lost: false } && copy.Shown < copy.Version;
    }

    public CardCopy ToCopy() => new()
    {
        Id = Id,
        Person = new PersonId(Person),
        Kind = Kind,
        Subject = Subject,
        Conference = Conference is { } id ? new ConferenceId(id) : null,
        Parent = Parent,
        Version = Version,
        Shown = Shown,
        ActivityId = ActivityId,
        ConversationId = ConversationId,
        PutAway = PutAway,
        CreatedAt = CreatedAt,
        HideTextAt = HideTextAt,
        Lost = Lost,
    };
}
