using ConferenceBot.Councils;
using ConferenceBot.Delivery;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Store;
using ConferenceBot.Tests.Teams.Support;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Delivery;

/// <summary>Each row of the connector's table of errors (protocol D), from the bytes of the answer to what becomes of the card.</summary>
public sealed class AdviceTests : LaneTest
{
    private const string Html = "<!DOCTYPE html><html><body>Bad Gateway</body></html>";
    private const string Nested = """{"errorCode":209,"message":"{ \"subCode\": \"MessageWritesBlocked\", \"details\": \"x\" }"}""";
    private const int Cut = -1, NobodyThere = -2;

    private readonly OutboundWorld _world = new();
    private readonly ScriptedWays _graph = new();

    /// <summary>What becomes of a card.</summary>
    public enum Then
    {
        /// <summary>The same call after a few seconds, for as long as it takes.</summary>
        Retried,

        /// <summary>The same call after a minute: it may have arrived.</summary>
        RetriedMuchLater,

        /// <summary>The conversation is forgotten and asked for again, the app installed where it is missing.</summary>
        OpenedAnew,

        /// <summary>Waits for the bot to be installed.</summary>
        WaitsForInstall,

        /// <summary>Not sent; counted in /health, told to the administrator, sent when the person next speaks to the bot.</summary>
        GivenUp,

        /// <summary>Its message is gone: not changed any more, the next one is a new message.</summary>
        Lost,
    }

    private protected override TeamsWays Ways => new(new TeamsMessages(_world.Client), _graph);

    /// <summary>Status, body, and what becomes of a card that is sent; the word in the record.</summary>
    public static TheoryData<int, string, Then, string> Sending => new()
    {
        { 400, Coded("Bad Argument"), Then.GivenUp, "Bad Argument" },
        { 401, Coded("BotNotRegistered"), Then.GivenUp, "BotNotRegistered" },
        { 403, Coded("BotDisabledByAdmin"), Then.GivenUp, "BotDisabledByAdmin" },
        { 403, Coded("BotNotInConversationRoster"), Then.OpenedAnew, "BotNotInConversationRoster" },
        { 403, Coded("ConversationBlockedByUser"), Then.GivenUp, "ConversationBlockedByUser" },
        { 403, Nested, Then.GivenUp, "MessageWritesBlocked" },
        { 403, Coded("InvalidBotApiHost"), Then.GivenUp, "InvalidBotApiHost" },
        { 403, Coded("NotEnoughPermissions"), Then.GivenUp, "NotEnoughPermissions" },
        { 403, Coded("AclCheckFailed"), Then.GivenUp, "AclCheckFailed" },
        { 403, "", Then.GivenUp, "OtherDoor" },
        { 403, Html, Then.GivenUp, "OtherDoor" },
        { 404, Coded("ConversationNotFound"), Then.OpenedAnew, "ConversationNotFound" },
        { 404, "", Then.OpenedAnew, "RecreateConversation" },
        { 412, Coded("PreconditionFailed"), Then.Retried, "PreconditionFailed" },
        { 413, Coded("MessageSizeTooBig"), Then.GivenUp, "MessageSizeTooBig" },
        { 429, Coded("Throttled"), Then.Retried, "Throttled" },
        { 429, Html, Then.Retried, "Retry" },
        { 500, Coded("ServiceError"), Then.GivenUp, "ServiceError" },
        { 500, "", Then.GivenUp, "GiveUp" },
        { 502, Html, Then.RetriedMuchLater, "Retry" },
        { 503, Html, Then.Retried, "Retry" },
        { 504, "", Then.RetriedMuchLater, "Retry" },
        { Cut, "", Then.RetriedMuchLater, "NetworkFailure" },
        { NobodyThere, "", Then.Retried, "NetworkFailure" },
        { 307, "", Then.GivenUp, "GiveUp" },
    };

    /// <summary>The same for a chat that is asked for.</summary>
    public static TheoryData<int, string, Then, string> Opening => new()
    {
        { 400, Coded("Bad Argument"), Then.GivenUp, "Bad Argument" },
        { 401, Coded("BotNotRegistered"), Then.GivenUp, "BotNotRegistered" },
        { 403, Coded("BotNotInConversationRoster"), Then.WaitsForInstall, "BotNotInConversationRoster" },
        { 403, "", Then.WaitsForInstall, "WaitForInstall" },
        { 403, Html, Then.WaitsForInstall, "WaitForInstall" },
        { 403, Coded("BotDisabledByAdmin"), Then.GivenUp, "BotDisabledByAdmin" },
        { 403, Nested, Then.GivenUp, "MessageWritesBlocked" },
        { 404, "", Then.GivenUp, "GiveUp" },
        { 412, "", Then.Retried, "Retry" },
        { 429, Coded("Throttled"), Then.Retried, "Throttled" },
        { 500, Coded("ServiceError"), Then.GivenUp, "ServiceError" },
        { 502, Html, Then.Retried, "Retry" },
        { 503, "", Then.Retried, "Retry" },
        { 504, "", Then.Retried, "Retry" },
        { Cut, "", Then.Retried, "NetworkFailure" },
        { 201, "{}", Then.GivenUp, "NoConversationId" },
    };

    /// <summary>The same for a card that is changed: what is there is put again, whether or not it may have arrived.</summary>
    public static TheoryData<int, string, Then> Updating => new()
    {
        { 404, Coded("ActivityNotFoundInConversation"), Then.Lost },
        { 404, "", Then.Lost },
        { 412, Coded("PreconditionFailed"), Then.Retried },
        { 429, "", Then.Retried },
        { 502, Html, Then.Retried },
        { 503, "", Then.Retried },
        { 504, "", Then.Retried },
        { Cut, "", Then.Retried },
        { 403, Nested, Then.RetriedMuchLater },
        { 500, "", Then.RetriedMuchLater },
    };

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task A_card_that_is_refused_goes_on_as_the_table_says(int status, string body, Then then, string word)
    {
        var delivery = await WaitingAsync(Some.Person());
        Answer("/activities", status, body);
        await RunAsync();

        await AssertAsync(delivery, then, word, calls: status == 401 ? 2 : then == Then.OpenedAnew ? 3 : 1);
    }

    [Theory]
    [MemberData(nameof(Opening))]
    public async Task A_chat_that_is_refused_leaves_its_card_as_the_table_says(int status, string body, Then then, string word)
    {
        var delivery = await WaitingAsync(Some.Person(), hasChat: false);
        Answer("/v3/conversations", status, body);
        await RunAsync();

        Assert.Equal(then == Then.WaitsForInstall ? 1 : 0, _graph.Installs);
        await AssertAsync(delivery, then, word, calls: status == 401 ? 2 : 1);
    }

    [Theory]
    [MemberData(nameof(Updating))]
    public async Task A_card_that_could_not_be_changed_is_changed_as_the_table_says(int status, string body, Then then)
    {
        var delivery = await WaitingAsync(Some.Person());
        await RunAsync();
        await ChangeAsync(delivery);
        Answer("/activities/1", status, body);
        await RunAsync();
        await RunAsync();
        Assert.Equal(2, _world.Network.Seen.Count);

        Answer("nowhere", 0, "");
        Desk.Machine.Advance(Pauses.Short * 1.3);
        await RunAsync();
        Assert.Equal(then == Then.Retried, (await CardAsync(delivery)).Shown == 2);
        Desk.Machine.Advance(Pauses.Long);
        await RunAsync();
        var card = await CardAsync(delivery);
        Assert.Equal((then == Then.Lost, then == Then.Lost ? 1 : 2), (card.Lost, card.Shown));
    }

    [Fact]
    public async Task A_call_that_is_repeated_with_a_fresh_token_takes_a_second_place_in_the_budget()
    {
        var person = Some.Person();
        for (var card = 0; card < 5; card++) await WaitingAsync(person);
        Answer("/activities", 401, "");
        var run = RunAsync();
        while (_world.Network.Sent().Count < 7) await Task.Yield();
        Desk.Machine.Advance(TimeSpan.FromSeconds(2.4));
        Assert.Equal(7, _world.Network.Sent().Count);
        Assert.False(run.IsCompleted);

        while (!run.IsCompleted)
        {
            Desk.Machine.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        Assert.Equal(10, _world.Network.Sent().Count);
    }

    [Fact]
    public async Task A_stored_address_that_somebody_changed_gets_neither_card_nor_token()
    {
        var person = Some.Person();
        var delivery = await WaitingAsync(person);
        var shown = await WaitingAsync(person);
        await RunAsync();
        _world.Network.Seen.Clear();
        await ChangeAsync(shown);
        var next = await WaitingAsync(person);
        foreach (var address in new[]
        {
            "https://smba.trafficmanager.net.evil.example/uk/", "https://evil.example/", "http://smba.trafficmanager.net/uk/",
            "https://smba.trafficmanager.net@evil.example/", "https://smba.trafficmanager.net:8443/", "file:///etc/", "x",
        })
        {
            await Desk.WriteAsync(async s => await s.People.SaveAsync((await s.People.FindAsync(person, default))! with { ServiceUrl = address }, default));
            await Desk.WriteAsync(s => s.Deliveries.SaveAsync(next, default));
            Desk.Machine.Advance(Pauses.Longest);
            await RunAsync();

            var after = await DeliveryAsync(next);
            Assert.Equal((DeliveryState.GivenUp, ConnectorException.ServiceUrlNotAllowed), (after.State, after.Result));
        }

        Assert.Empty(_world.Network.Seen);
        Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(delivery)).State);
    }

    [Fact]
    public async Task An_address_that_a_created_conversation_names_is_neither_called_nor_kept()
    {
        var delivery = await WaitingAsync(Some.Person(), hasChat: false);
        Answer("/v3/conversations", 201, """{"id":"a:new","serviceUrl":"https://evil.example/"}""");
        await RunAsync();

        Assert.All(_world.Network.Seen, call => Assert.StartsWith("https://smba.trafficmanager.net/", call.Url, StringComparison.Ordinal));
        var reach = await Desk.ReadAsync(session => session.People.FindAsync(delivery.Person, default));
        Assert.Equal(("a:new", ConnectorCloud.Public.ServiceUrl), (reach!.ConversationId, reach.ServiceUrl));
    }

    public override ValueTask DisposeAsync()
    {
        _world.Dispose();
        return base.DisposeAsync();
    }

    private static string Coded(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"words"} }""";

    private async Task AssertAsync(CardDelivery delivery, Then then, string word, int calls)
    {
        Assert.Equal(calls, _world.Network.Seen.Count);
        var after = await DeliveryAsync(delivery);
        Assert.Equal(word, after.Result);
        var rest = after.NotBefore - Desk.Machine.GetUtcNow();
        switch (then)
        {
            case Then.Retried:
                Assert.Equal(DeliveryState.Pending, after.State);
                Assert.InRange(rest, TimeSpan.FromSeconds(1.6), TimeSpan.FromSeconds(2.4));
                break;
            case Then.RetriedMuchLater:
                Assert.Equal(DeliveryState.Pending, after.State);
                Assert.InRange(rest, TimeSpan.FromSeconds(48), TimeSpan.FromSeconds(72));
                break;
            case Then.OpenedAnew:
                Assert.Equal((DeliveryState.Pending, 2), (after.State, after.Attempt));
                Assert.Null((await Desk.ReadAsync(s => s.People.FindAsync(delivery.Person, default)))!.ConversationId);
                break;
            case Then.WaitsForInstall:
                Assert.Equal(DeliveryState.AwaitingInstall, after.State);
                return;
            case Then.GivenUp:
                Assert.Equal(DeliveryState.GivenUp, after.State);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(then));
        }

        Answer("nowhere", 0, "");
        Desk.Machine.Advance(TimeSpan.FromMinutes(2));
        await RunAsync();
        Assert.Equal(then == Then.GivenUp ? DeliveryState.GivenUp : DeliveryState.Sent, (await DeliveryAsync(delivery)).State);
    }

    /// <summary>Answers so where the address ends so; a 201 everywhere else.</summary>
    private void Answer(string ending, int status, string body) => _world.Network.Answer = (request, _) =>
        !request.RequestUri!.AbsolutePath.EndsWith(ending, StringComparison.Ordinal) ? Task.FromResult(ScriptedConnector.Json(201, """{"id":"1"}"""))
        : status == Cut ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
        : status == NobodyThere ? throw new HttpRequestException(HttpRequestError.ConnectionError)
        : Task.FromResult(ScriptedConnector.Json(status, body));
}
