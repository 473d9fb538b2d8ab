using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceBot.Store;

internal sealed class DeliveryRow : StoredRow, IDescribed<DeliveryRow>
{
    public required Guid Id { get; init; }

    /// <summary>Order in which the council's rows were first written.</summary>
    public required long Sequence { get; init; }
    public Guid Person { get; set; }
    public Guid Card { get; set; }
    public ToastKind Toast { get; set; }
    public DeliveryState State { get; set; }
    public int Attempt { get; set; }
    public DateTimeOffset NotBefore { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public string? Result { get; set; }

    public static void Describe(EntityTypeBuilder<DeliveryRow> row)
    {
        row.ToTable("Deliveries").HasKey(r => new { r.Council, r.Id });
        row.HasIndex(r => new { r.Council, r.State, r.NotBefore });
        row.HasIndex(r => new { r.Council, r.Person, r.State });
        row.HasIndex(r => new { r.Council, r.Card });
    }

    public void Take(CardDelivery delivery)
    {
        Person = delivery.Person.Value;
        Card = delivery.Card;
        Toast = delivery.Toast;
        State = delivery.State;
        Attempt = delivery.Attempt;
        NotBefore = delivery.NotBefore;
        CreatedAt = delivery.CreatedAt;
        Result = delivery.Result;
    }

    public CardDelivery ToDelivery() => new()
    {
        Id = Id,
        Person = new PersonId(Person),
        Card = Card,
        Toast = Toast,
        State = State,
        Attempt = Attempt,
        NotBefore = NotBefore,
        CreatedAt = CreatedAt,
        Result = Result,
    };
}
