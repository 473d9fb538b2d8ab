using ConferenceBot.Delivery;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Tests.Store;
using ConferenceBot.Tests.WorkflowTests;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConferenceBot.Tests.Delivery;

/// <summary>A lane over a real store and machine time that stands still, with cards that wait.</summary>
public abstract class LaneTest : StoreTest
{
    private protected const string Region = "https://smba.trafficmanager.net/uk/";

    private protected Desk Desk => field ??= new Desk(Host);

    private protected abstract TeamsWays Ways { get; }

    private protected Lane Lane => field ??= new Lane(Councils.Sampleshire, Host.Store, Desk, Door(), NullLogger<Lane>.Instance);

    private protected LaneDoor Door() => new(Councils.Sampleshire, Ways, Host.Store, Desk.Machine, new DeliveryOptions());

    private protected Task RunAsync() => Lane.RunAsync(default);

    private protected static string Chat(PersonId person) => "a:" + person;

    private protected async Task<CardDelivery> WaitingAsync(PersonId person, CardKind kind = CardKind.Help, bool hasChat = true)
    {
        var card = new CardCopy { Id = Some.Id(), Person = person, Kind = kind, Subject = Some.Id(), CreatedAt = Desk.Now };
        var delivery = Some.CardDelivery(person) with { Card = card.Id, Attempt = 0, Result = null, NotBefore = Desk.Machine.GetUtcNow() };
        await Desk.WriteAsync(async s =>
        {
            if (hasChat) await s.People.SaveAsync(new Reach(person, Chat(person), Region, null, null), default);
            await s.Cards.SaveAsync(card, default);
            await s.Deliveries.SaveAsync(delivery, default);
        });
        return delivery;
    }

    /// <summary>The card is to show something newer.</summary>
    private protected Task ChangeAsync(CardDelivery delivery) => Desk.WriteAsync(async s =>
    {
        var card = (await s.Cards.FindAsync(delivery.Card, default))!;
        await s.Cards.SaveAsync(card with { Version = card.Version + 1 }, default);
    });

    private protected async Task<CardDelivery> DeliveryAsync(CardDelivery delivery) =>
        (await Desk.ReadAsync(s => s.Record.DeliveriesAsync(100, default))).Single(d => d.Delivery.Id == delivery.Id).Delivery;

    private protected async Task<CardCopy> CardAsync(CardDelivery delivery) => (await Desk.ReadAsync(s => s.Cards.FindAsync(delivery.Card, default)))!;
}
