using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Faults;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>What the page says of a fault, with a host that says what the test wants.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private const string Quiet = """{"now":"2026-05-11T07:00:00Z","nextDue":null,"quiet":true,"waiting":[]}""";
    private const string Waiting = """{"now":"2026-05-11T07:00:00Z","nextDue":null,"quiet":false,"waiting":["deliveries:2","updates:1"]}""";
    private const string Unread = """{"now":"2026-05-11T07:00:00Z","nextDue":null,"quiet":false,"waiting":["mailboxes:1"]}""";
    private readonly StubHost _host = new();
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.StartAsync();
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { HostAddress = _host.Address });
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_fault_is_broken_then_being_got_over_then_over_and_says_how_many_cards_waited()
    {
        _host.Settle = () => Waiting;
        await SetAsync("connector", "503");
        Assert.Equal("broken", (await SeeAsync(one => one.Text("sentence")!.Contains("3 cards are", StringComparison.Ordinal))).Text("state"));

        await SetAsync("connector", "on");
        var recovering = await SeeAsync(one => one.Text("state") == "recovering");
        Assert.Equal("Put right. The bot is catching up: 2 to send, 1 to bring up to date.", recovering.Text("sentence"));

        _host.Settle = () => Quiet;
        var over = await SeeAsync(one => one.Text("state") == "recovered");
        Assert.EndsWith("Nothing was lost: 3 waiting cards went out.", over.Text("sentence"), StringComparison.Ordinal);
        Assert.True(over["seconds"]!.GetValue<double>() > 0);
    }

    [Fact]
    public async Task Calendars_that_could_not_be_read_are_said_to_have_been_read_to_the_end()
    {
        _host.Settle = () => Unread;
        await SetAsync("graph", "off");
        await SeeAsync(one => one.Text("sentence") == "Calendars cannot be read. The bot says so in its health page and keeps trying.");
        _host.Settle = () => Quiet;
        await SetAsync("graph", "on");

        Assert.EndsWith("they have been read to the end.", (await SeeAsync(one => one.Text("state") == "recovered")).Text("sentence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_not_over_while_the_bot_says_that_something_waits()
    {
        _host.Settle = () => Waiting;
        await SetAsync("graph", "503");
        await SetAsync("graph", "on");
        var settles = _host.Settles;
        await UntilAsync(() => _host.Settles > settles + 2);

        Assert.Equal(RecoveryState.Recovering, Assert.Single(_sandbox.Recovery.All()).State);
    }

    [Fact]
    public async Task Another_way_of_being_broken_is_the_same_fault()
    {
        await SetAsync("graph", "503");
        await SetAsync("graph", "429");

        Assert.Equal(("graph", "429"), (Assert.Single(_sandbox.Recovery.All()).Part, _sandbox.Recovery.All()[0].Mode));
    }

    [Fact]
    public async Task A_new_key_is_over_when_the_bot_has_accepted_a_call_signed_with_it()
    {
        await SetAsync("tokens", "rotate");
        var over = await SeeAsync(one => one.Text("state") == "recovered");

        Assert.StartsWith("Teams signs with a new key; the bot accepted it within", over.Text("sentence"), StringComparison.Ordinal);
        Assert.NotEmpty(_host.Of("typing"));
    }

    [Fact]
    public async Task The_newest_ten_are_kept_newest_first()
    {
        for (var turn = 0; turn < 12; turn++)
            await SetAsync("tokens", "rotate");

        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(id => (long)id), _sandbox.Recovery.All().Select(one => one.Id));
    }

    [Fact]
    public async Task The_sandbox_rests_when_nothing_is_broken()
    {
        await SetAsync("graph", "503");
        await SetAsync("graph", "on");
        await SeeAsync(one => one.Text("state") == "recovered");

        Assert.False(_sandbox.Recovery.IsOpen);
    }

    [Fact]
    public async Task An_open_page_hears_of_a_fault()
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Address };
        using var events = new StreamReader(await http.GetStreamAsync("/api/events"));
        await events.ReadLineAsync();
        await SetAsync("graph", "503");
        var line = "";
        while (!line.Contains("\"fault\"", StringComparison.Ordinal))
            line = await events.ReadLineAsync() ?? throw new InvalidOperationException("The events ended.");
    }

    private async Task SetAsync(string part, string mode) => Assert.True(await _sandbox.Faults.SetAsync(part, mode, CancellationToken.None));

    private async Task<JsonNode> SeeAsync(Func<JsonNode, bool> wanted)
    {
        JsonNode? Newest() => _sandbox.Recovery.ToJson()[0];
        await UntilAsync(() => wanted(Newest()!));
        return Newest()!;
    }

    private static async Task UntilAsync(Func<bool> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (!seen())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }
}
