using ConferenceBot.Delivery;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.People;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Delivery;

/// <summary>One council's way out over a real store: nothing twice, nothing forgotten, nobody held up by another.</summary>
public sealed class LaneTests : LaneTest
{
    private readonly Wire _wire = new();

    private protected override TeamsWays Ways => new(new TeamsMessages(_wire), _wire);

    [Theory]
    [InlineData((int)Standing.Here, 1)]
    [InlineData((int)Standing.Gone, 0)]
    [InlineData((int)Standing.Unlicensed, 0)]
    public async Task A_card_of_somebody_without_an_account_or_Teams_keeps_nobody_from_coming_to_rest(int standing, int waiting)
    {
        var delivery = await WaitingAsync(Some.Person());
        await RunAsync();
        await Desk.WriteAsync(async s => await s.People.SaveAsync(
            (await s.People.FindAsync(delivery.Person, default))! with { Standing = (Standing)standing }, default));
        await ChangeAsync(delivery);

        Assert.Equal((0, waiting), await Lane.WaitingAsync(default));
    }

    [Fact]
    public async Task The_next_try_is_written_down_before_the_call()
    {
        var delivery = await WaitingAsync(Some.Person());
        CardDelivery? during = null;
        _wire.OnSend = async _ => during = await DeliveryAsync(delivery);
        await RunAsync();

        Assert.Equal((DeliveryState.Pending, 1), (during!.State, during.Attempt));
        Assert.True(during.NotBefore > Desk.Machine.GetUtcNow());
        var after = await DeliveryAsync(delivery);
        Assert.Equal((DeliveryState.Sent, 1, "sent"), (after.State, after.Attempt, after.Result));
    }

    [Fact]
    public async Task A_send_whose_end_is_not_known_is_not_repeated_before_its_time()
    {
        var delivery = await WaitingAsync(Some.Person());
        _wire.OnSend = _ => throw new ConnectorException(ConnectorOperation.SendToConversation, 503, "ServiceUnavailable", DeliveryAdvice.Retry);
        await RunAsync();
        await RunAsync();
        Assert.Equal((1, 1), (_wire.Sends, (await DeliveryAsync(delivery)).Attempt));

        _wire.OnSend = _ => Task.CompletedTask;
        Desk.Machine.Advance(Pauses.Short * 2);
        await RunAsync();
        Assert.Equal((DeliveryState.Sent, 2), ((await DeliveryAsync(delivery)).State, _wire.Sends));
    }

    [Fact]
    public async Task An_update_that_failed_is_put_again_after_a_rest_until_what_is_shown_is_what_is_wanted()
    {
        var delivery = await WaitingAsync(Some.Person());
        await RunAsync();
        await ChangeAsync(delivery);
        _wire.OnUpdate = () => throw new ConnectorException(ConnectorOperation.UpdateActivity, 502, "BadGateway", DeliveryAdvice.Retry);
        await RunAsync();
        await RunAsync();
        Assert.Equal((1, 1), (_wire.Updates, (await CardAsync(delivery)).Shown));

        _wire.OnUpdate = () => Task.CompletedTask;
        Desk.Machine.Advance(Pauses.Short * 2);
        await RunAsync();
        Assert.Equal((2, 2), (_wire.Updates, (await CardAsync(delivery)).Shown));
    }

    [Fact]
    public async Task A_card_whose_activity_is_gone_is_not_put_again()
    {
        var delivery = await WaitingAsync(Some.Person());
        await RunAsync();
        await ChangeAsync(delivery);
        _wire.OnUpdate = () => throw new ConnectorException(ConnectorOperation.UpdateActivity, 404, "ActivityNotFound", DeliveryAdvice.SendNew);
        await RunAsync();
        Desk.Machine.Advance(TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Equal((1, true), (_wire.Updates, (await CardAsync(delivery)).Lost));
    }

    [Fact]
    public async Task A_card_that_cannot_be_drawn_stops_nobody_and_rests_long()
    {
        var broken = await WaitingAsync(Some.Person(), CardKind.Prompt);
        var good = await WaitingAsync(Some.Person());
        await RunAsync();
        Assert.Equal((DeliveryState.Pending, DeliveryState.Sent), ((await DeliveryAsync(broken)).State, (await DeliveryAsync(good)).State));

        var later = await WaitingAsync(Some.Person());
        await RunAsync();
        Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(later)).State);
        Assert.Equal(2, _wire.Sends);
    }

    [Fact]
    public async Task A_person_whose_chat_fails_keeps_the_order_and_holds_up_no_other()
    {
        var (gita, hugo) = (Some.Person(), Some.Person());
        await WaitingAsync(gita);
        await WaitingAsync(gita);
        await WaitingAsync(hugo);
        _wire.OnSend = chat => chat == Chat(gita)
            ? throw new ConnectorException(ConnectorOperation.SendToConversation, 403, "Blocked", DeliveryAdvice.OtherDoor)
            : Task.CompletedTask;
        await RunAsync();

        var counts = await Desk.ReadAsync(s => s.Deliveries.CountAsync(default));
        Assert.Equal((2, 1), (counts[DeliveryState.GivenUp], counts[DeliveryState.Sent]));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public async Task A_card_that_waits_for_the_bot_goes_on_when_the_bot_has_come_meanwhile(bool chat, bool forget, bool goesOn)
    {
        var delivery = await WaitingAsync(Some.Person(), hasChat: chat);
        using var door = Door();
        await door.ParkAsync(StoreHost.Here, delivery with { State = DeliveryState.AwaitingInstall }, forget, default);

        Assert.Equal(goesOn ? DeliveryState.Pending : DeliveryState.AwaitingInstall, (await DeliveryAsync(delivery)).State);
        var reach = await Desk.ReadAsync(s => s.People.FindAsync(delivery.Person, default));
        Assert.Equal(chat && !forget, reach?.ConversationId is not null);
    }
}
