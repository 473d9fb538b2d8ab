using ConferenceBot.Councils;
using ConferenceBot.Delivery;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Delivery;

public sealed class ReachingTests : IAsyncLifetime
{
    private const string Regional = "https://smba.trafficmanager.net/emea/";
    private static readonly PersonId Somebody = new(Guid.Parse("5a4d504c-0000-4000-8000-000000000001"));

    private readonly ScriptedWays _ways = new();
    private readonly Calls _calls = new(TimeProvider.System, 25);
    private StoreHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StoreHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _calls.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Where_the_app_is_installed_the_chat_is_asked_for_by_object_id_and_kept()
    {
        Assert.IsType<Reached.Open>(await OpenAsync());

        var (address, asked) = Assert.Single(_ways.Created);
        Assert.Equal(ConnectorCloud.Public.ServiceUrl, address.ServiceUrl);
        Assert.Equal(Somebody.ToString(), Assert.Single(asked.Members!).Id);
        Assert.Equal(("a:new", ConnectorCloud.Public.ServiceUrl), await KeptAsync());
        Assert.Equal(0, _ways.Installs);
    }

    [Fact]
    public async Task A_person_who_has_written_before_is_asked_for_in_their_own_region()
    {
        await KnowAsync(new Reach(Somebody, null, "https://smba.trafficmanager.net/uk/", null, null));
        await OpenAsync();

        Assert.Equal("https://smba.trafficmanager.net/uk/", Assert.Single(_ways.Created).Address.ServiceUrl);
    }

    [Fact]
    public async Task Where_the_app_is_missing_it_is_installed_and_the_chat_asked_for_again()
    {
        _ways.Refusals.Enqueue(Missing());
        _ways.Installation = new Installation.Done("19:chat");

        Assert.IsType<Reached.Open>(await OpenAsync());
        Assert.Equal((1, 2), (_ways.Installs, _ways.Created.Count));
        Assert.Equal(("a:new", ConnectorCloud.Public.ServiceUrl), await KeptAsync());
    }

    [Fact]
    public async Task While_Teams_is_still_making_the_chat_its_id_is_taken_from_Graph()
    {
        _ways.Refusals.Enqueue(Missing());
        _ways.Refusals.Enqueue(Missing());
        _ways.Installation = new Installation.Done("19:chat");

        Assert.IsType<Reached.Open>(await OpenAsync());
        Assert.Equal(("19:chat", ConnectorCloud.Public.ServiceUrl), await KeptAsync());
    }

    [Fact]
    public async Task An_installation_whose_chat_nobody_knows_yet_is_looked_at_again_within_minutes()
    {
        _ways.Refusals.Enqueue(Missing());
        _ways.Refusals.Enqueue(Missing());
        _ways.Installation = new Installation.Done(null);

        var wait = Assert.IsType<Reached.NotYet>(await OpenAsync());
        Assert.Equal("BotNotInConversationRoster", wait.Code);
        Assert.InRange(wait.Rest, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.Null((await KeptAsync()).Conversation);
    }

    public static TheoryData<object, string> Obstacles => new()
    {
        { new Installation.Refused("Forbidden"), "Forbidden" },
        { new Installation.NotOffered(), "BotNotInConversationRoster" },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task What_stands_in_the_way_of_an_installation_is_named_and_looked_at_again_much_later(object installation, string code)
    {
        _ways.Refusals.Enqueue(Missing());
        _ways.Installation = (Installation)installation;

        var wait = Assert.IsType<Reached.NotYet>(await OpenAsync());
        Assert.Equal(code, wait.Code);
        Assert.True(wait.Rest >= TimeSpan.FromMinutes(30));
        Assert.Single(_ways.Created);
    }

    [Fact]
    public async Task Graph_that_is_away_says_how_long_to_wait()
    {
        _ways.Refusals.Enqueue(Missing());
        _ways.Away = new CalendarAwayException("TooManyRequests", TimeSpan.FromSeconds(90), null);

        Assert.Equal(new Reached.NotYet("TooManyRequests", TimeSpan.FromSeconds(90)), await OpenAsync());
    }

    [Fact]
    public async Task Whoever_removed_the_bot_is_left_alone_until_they_install_it_themselves()
    {
        await KnowAsync(new Reach(Somebody, null, Regional, null, null, Removed: true));

        Assert.Equal(Reaching.RemovedByPerson, Assert.IsType<Reached.NotYet>(await OpenAsync()).Code);
        Assert.Empty(_ways.Created);
        Assert.Equal(0, _ways.Installs);
    }

    [Theory]
    [InlineData(Standing.Gone, Reaching.AccountClosed)]
    [InlineData(Standing.Unlicensed, Reaching.NoTeams)]
    public async Task Nobody_is_contacted_through_a_closed_account_or_one_without_Teams(object standing, string code)
    {
        await KnowAsync(new Reach(Somebody, "a:chat", Regional, null, null, Standing: (Standing)standing));

        Assert.Equal(code, Assert.IsType<Reached.NotYet>(await OpenAsync()).Code);
        Assert.Empty(_ways.Created);
        Assert.Equal(0, _ways.Installs);
    }

    [Fact]
    public async Task Another_refusal_of_the_connector_is_no_reason_to_install()
    {
        _ways.Refusals.Enqueue(Refusal(403, "BotDisabledByAdmin", DeliveryAdvice.OtherDoor));

        await Assert.ThrowsAsync<ConnectorException>(OpenAsync);
        Assert.Equal(0, _ways.Installs);
    }

    [Fact]
    public async Task A_chat_that_a_turn_has_brought_meanwhile_is_not_overwritten()
    {
        _ways.OnCreate = () => KnowAsync(new Reach(Somebody, "a:from-the-turn", Regional, null, "cy-GB"));

        Assert.IsType<Reached.Open>(await OpenAsync());
        Assert.Equal("a:from-the-turn", (await KeptAsync()).Conversation);
    }

    private static ConnectorException Missing() => Refusal(403, "BotNotInConversationRoster", DeliveryAdvice.WaitForInstall);

    private static ConnectorException Refusal(int status, string code, DeliveryAdvice advice) =>
        new(ConnectorOperation.CreateConversation, status, code, advice);

    private Task<Reached> OpenAsync() => new Reaching(Councils.Sampleshire, new TeamsWays(new TeamsMessages(_ways), _ways), _host.Store, _calls).OpenAsync(Somebody, default);

    private Task KnowAsync(Reach reach) => _host.WriteAsync(session => session.People.SaveAsync(reach, default));

    private async Task<(string? Conversation, string? ServiceUrl)> KeptAsync()
    {
        var reach = await _host.ReadAsync(session => session.People.FindAsync(Somebody, default));
        return (reach?.ConversationId, reach?.ServiceUrl);
    }
}
