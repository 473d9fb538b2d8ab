using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

/// <summary>A notice that was decided; its key stays, so that it is never decided again.</summary>
internal sealed class NoticeRow : StoredRow, IDescribed<NoticeRow>
{
    public required string NoticeKey { get; init; }

    /// <summary>Order in which the council's rows were first written.</summary>
    public required long Sequence { get; init; }
    public required Guid To { get; init; }
    public required CardKind Card { get; init; }
    public required Guid Subject { get; init; }
    public Guid? Conference { get; init; }
    public required Urgency Urgency { get; init; }
    public required ToastKind Toast { get; init; }

    /// <summary>Procedure time of the decision.</summary>
    public required DateTimeOffset At { get; init; }
    public required bool Waiting { get; set; }

    /// <summary>The card that told it; null while it waits, or when there was nothing to tell any more.</summary>
    public Guid? ToldBy { get; set; }

    public static void Describe(EntityTypeBuilder<NoticeRow> row)
    {
        row.ToTable("Notices").HasKey(r => new { r.Council, r.NoticeKey });
        row.Property(r => r.NoticeKey).HasMaxLength(200);
        row.HasIndex(r => new { r.Council, r.To, r.Waiting });
    }

    public Notice ToNotice() => new(
        NoticeKey, new PersonId(To), Card, Subject, Conference is { } id ? new ConferenceId(id) : null, Urgency, Toast);
}
