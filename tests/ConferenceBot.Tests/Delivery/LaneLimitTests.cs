using ConferenceBot.Delivery;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Delivery;

/// <summary>When the lane calls, when it waits and for whom.</summary>
public sealed class LaneLimitTests : LaneTest
{
    private readonly Wire _wire = new();

    private protected override TeamsWays Ways => new(new TeamsMessages(_wire), _wire);

    [Fact]
    public async Task A_card_that_may_have_arrived_is_repeated_after_a_minute_and_then_ever_more_rarely()
    {
        var delivery = await WaitingAsync(Some.Person());
        _wire.OnSend = _ => throw Failed(504, arrived: true);
        await RunAsync();
        Assert.InRange((await DeliveryAsync(delivery)).NotBefore - Desk.Machine.GetUtcNow(), TimeSpan.FromSeconds(48), TimeSpan.FromSeconds(72));

        for (var minute = 0; minute < 8 * 60; minute++)
        {
            Desk.Machine.Advance(TimeSpan.FromMinutes(1));
            await RunAsync();
        }

        Assert.InRange(_wire.Sends, 10, 16);
        _wire.OnSend = _ => Task.CompletedTask;
        Desk.Machine.Advance(Pauses.Longest * 1.2);
        await RunAsync();
        Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(delivery)).State);
    }

    [Fact]
    public async Task A_card_that_surely_did_not_arrive_is_tried_again_within_seconds_whatever_happened_to_another()
    {
        var (doubtful, refused) = (await WaitingAsync(Some.Person()), await WaitingAsync(Some.Person()));
        _wire.OnSend = chat => throw Failed(chat == Chat(doubtful.Person) ? 504 : 503, chat == Chat(doubtful.Person));
        await RunAsync();
        _wire.OnSend = _ => Task.CompletedTask;
        Desk.Machine.Advance(Pauses.Short * 1.2);
        await RunAsync();

        Assert.Equal((DeliveryState.Pending, DeliveryState.Sent), ((await DeliveryAsync(doubtful)).State, (await DeliveryAsync(refused)).State));
    }

    [Fact]
    public async Task A_crash_during_a_call_counts_as_may_have_arrived()
    {
        var delivery = await WaitingAsync(Some.Person());
        CardDelivery? during = null;
        _wire.OnSend = async _ => during = await DeliveryAsync(delivery);
        await RunAsync();

        Assert.True(during!.NotBefore - Desk.Machine.GetUtcNow() >= TimeSpan.FromSeconds(48));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(7200, 3600)]
    public async Task A_wait_that_Teams_asks_for_is_kept_to_the_second_and_never_longer_than_an_hour(int asked, int kept)
    {
        var delivery = await WaitingAsync(Some.Person());
        _wire.OnSend = _ => throw Failed(503, retryAfter: asked);
        await RunAsync();

        Assert.Equal(TimeSpan.FromSeconds(kept), (await DeliveryAsync(delivery)).NotBefore - Desk.Machine.GetUtcNow());
    }

    [Fact]
    public void Pauses_double_from_two_seconds_to_a_quarter_of_an_hour_and_vary_by_a_fifth()
    {
        foreach (var (attempt, seconds) in new[] { (1, 2), (2, 4), (3, 8), (9, 512), (10, 900), (500, 900) })
        {
            var pauses = Enumerable.Range(0, 200).Select(_ => Pauses.Backoff(attempt).TotalSeconds / seconds).ToList();
            Assert.All(pauses, pause => Assert.InRange(pause, 0.7999, 1.2001));
            Assert.True(pauses.Max() - pauses.Min() > 0.2, "All come back at once.");
        }
    }

    [Fact]
    public async Task A_429_lets_the_whole_council_rest_and_no_other_card_is_refused_as_well()
    {
        var first = await WaitingAsync(Some.Person());
        _wire.OnSend = _ => throw Failed(429, retryAfter: 30);
        await RunAsync();
        var others = new List<CardDelivery>();
        for (var other = 0; other < 5; other++) others.Add(await WaitingAsync(Some.Person()));
        _wire.OnSend = _ => Task.CompletedTask;
        Desk.Machine.Advance(TimeSpan.FromSeconds(14.9));
        await RunAsync();
        Assert.Equal(1, _wire.Sends);

        Desk.Machine.Advance(TimeSpan.FromSeconds(15.2));
        await RunAsync();
        foreach (var delivery in others.Prepend(first))
            Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(delivery)).State);
    }

    [Fact]
    public async Task What_comes_during_a_short_rest_goes_at_its_end_without_being_woken_again()
    {
        await WaitingAsync(Some.Person());
        _wire.OnSend = _ => throw Failed(429, retryAfter: 2);
        await RunAsync();
        var urgent = await WaitingAsync(Some.Person());
        _wire.OnSend = _ => Task.CompletedTask;
        var run = RunAsync();
        Desk.Machine.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(1, _wire.Sends);

        while (!run.IsCompleted)
        {
            Desk.Machine.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(urgent)).State);
    }

    [Fact]
    public async Task A_429_without_a_time_lets_the_council_rest_longer_each_time_until_a_call_goes_well()
    {
        using var calls = new Calls(Desk.Machine, 25);
        foreach (var seconds in new[] { 2, 4, 8, 2 })
        {
            if (seconds == 2) await calls.MakeAsync("a:1", () => Task.FromResult(1), default);
            await Assert.ThrowsAsync<ConnectorException>(() => calls.MakeAsync<int>("a:1", () => throw Failed(429), default));
            Desk.Machine.Advance(TimeSpan.FromSeconds(seconds * 0.79));
            Assert.True(calls.RestsFor > TimeSpan.Zero);
            Desk.Machine.Advance(TimeSpan.FromSeconds(seconds * 0.42));
            Assert.Equal(TimeSpan.Zero, calls.RestsFor);
        }
    }

    [Fact]
    public async Task Whoever_has_much_to_come_waits_in_their_own_chat_and_holds_up_nobody()
    {
        var (gita, hugo) = (Some.Person(), Some.Person());
        var many = new List<CardDelivery>();
        for (var card = 0; card < 12; card++) many.Add(await WaitingAsync(gita));
        var run = RunAsync();
        await UntilAsync(() => _wire.Sends == 7);
        Assert.False(run.IsCompleted);

        var other = await WaitingAsync(hugo);
        var again = RunAsync();
        await UntilAsync(() => _wire.Sends == 8);
        await UntilAsync(async () => (await DeliveryAsync(other)).State == DeliveryState.Sent);

        while (!run.IsCompleted || !again.IsCompleted)
        {
            Desk.Machine.Advance(TimeSpan.FromSeconds(2.5));
            await Task.Yield();
        }

        await Task.WhenAll(run, again);
        Assert.Equal(13, _wire.Sends);
        Assert.Equal(13, (await Desk.ReadAsync(s => s.Deliveries.CountAsync(default)))[DeliveryState.Sent]);
    }

    [Theory]
    [InlineData(504, true)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    public async Task A_courtesy_line_is_said_once_or_not_at_all(int status, bool arrived)
    {
        _wire.OnSend = _ => throw Failed(status, arrived);
        await Assert.ThrowsAsync<ConnectorException>(() => Lane.SayAsync(Region, "19:group", "Not here.", default));
        _wire.OnSend = _ => Task.CompletedTask;
        Desk.Machine.Advance(TimeSpan.FromHours(1));
        await RunAsync();

        Assert.Equal(1, _wire.Sends);
    }

    [Fact]
    public async Task A_courtesy_line_whose_turn_does_not_come_soon_is_not_said()
    {
        _wire.OnSend = _ => throw Failed(429, retryAfter: 60);
        await Assert.ThrowsAsync<ConnectorException>(() => Lane.SayAsync(Region, "19:group", "Not here.", default));
        var late = Lane.SayAsync(Region, "19:group", "Not here.", default);
        Desk.Machine.Advance(ConnectorClient.CallTimeout);

        Assert.Equal(ConnectorException.TimedOut, (await Assert.ThrowsAsync<ConnectorException>(() => late)).Code);
        Assert.Equal(1, _wire.Sends);
    }

    [Fact]
    public async Task Cards_and_lines_in_one_chat_share_its_limit()
    {
        var person = Some.Person();
        for (var line = 0; line < 7; line++) await Lane.SayAsync(Region, Chat(person), "A line.", default);
        await WaitingAsync(person);
        var run = RunAsync();
        Desk.Machine.Advance(TimeSpan.FromSeconds(2.4));
        Assert.Equal(7, _wire.Sends);
        while (!run.IsCompleted)
        {
            Desk.Machine.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        Assert.Equal(8, _wire.Sends);
    }

    private static ConnectorException Failed(int status, bool arrived = false, int? retryAfter = null) =>
        new(ConnectorOperation.SendToConversation, status, null, DeliveryAdvice.Retry)
        {
            MayHaveArrived = arrived,
            RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };

    private static Task UntilAsync(Func<bool> seen) => UntilAsync(() => Task.FromResult(seen()));

    private static async Task UntilAsync(Func<Task<bool>> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!await seen()) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
    }
}
