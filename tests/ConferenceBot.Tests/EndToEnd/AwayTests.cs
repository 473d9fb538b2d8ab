using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>Graph or the connector away: visible, retried, nothing lost.</summary>
public sealed class AwayTests(Town town) : IClassFixture<Town>
{
    private const string Unread = "sampleshire.mailboxesNotRead";

    [Theory]
    [InlineData("off")]
    [InlineData("503")]
    public async Task An_unread_mailbox_shows_and_is_read_again_when_Graph_is_back(string mode)
    {
        var round = town.Services.Graph.Delta.FinishedRounds[^1];
        town.Services.Faults.TrySet("graph", mode);
        await town.UntilAsync(() => Task.FromResult(town.Sandbox.Walk.Last is { Quiet: false, Waiting: ["mailboxes:1", ..] }), "Settling stayed quiet.");

        var away = await town.HealthAsync();
        Assert.Equal("Degraded", away.Text("status"));
        Assert.Equal(1, Watchdog(away)[Unread]!.GetValue<int>());

        town.Services.Faults.TrySet("graph", "on");
        await town.UntilQuietAsync();
        Assert.False(Watchdog(await town.HealthAsync()).ContainsKey(Unread));
        Assert.NotEqual(round, town.Services.Graph.Delta.FinishedRounds[^1]);
    }

    [Fact]
    public async Task A_conference_moved_while_Graph_was_away_is_seen_afterwards()
    {
        const string headteacher = "Headteacher", uid = "first-review-one@sampleshire.example";
        var old = await town.CardAsync(headteacher, "prep.answer");
        town.Services.Faults.TrySet("graph", "off");
        Assert.True(town.Services.Changes.Move(uid, At("2026-05-28T13:00:00Z"), At("2026-05-28T14:30:00Z")));
        await town.Sandbox.Walk.SettleAsync(CancellationToken.None);
        Assert.NotNull(CardReader.Button(town.ChatOf(headteacher).Find(old.Id)!.BaseCard, "prep.answer"));

        town.Services.Faults.TrySet("graph", "on");
        await town.UntilQuietAsync();

        Assert.Null(CardReader.Button(town.ChatOf(headteacher).Find(old.Id)!.BaseCard, "prep.answer"));
        Assert.NotEqual(old.Id, (await town.CardAsync(headteacher, "prep.answer")).Id);
    }

    [Theory]
    [InlineData("off", "Health visitor")]
    [InlineData("429", "Team manager")]
    public async Task Cards_wait_while_the_connector_is_away_and_arrive_once_when_it_is_back(string mode, string role)
    {
        var person = town.Who(role);
        town.Services.Faults.TrySet("connector", mode);
        await town.Stage.SayAsync(person, "my conferences");
        var count = town.ChatOf(role).Messages().Count;
        await town.Sandbox.Walk.SettleAsync(CancellationToken.None);

        Assert.True(town.Sandbox.Walk.Last is { Quiet: false } last && last.Waiting.Any(w => w.StartsWith("deliveries:", StringComparison.Ordinal)));
        Assert.Equal(count, town.ChatOf(role).Messages().Count);

        town.Services.Faults.TrySet("connector", "on");
        await town.UntilQuietAsync();
        Assert.Equal(count + 1, town.ChatOf(role).Messages().Count);
    }

    private static JsonObject Watchdog(JsonObject health) => health.Object("checks").Object("watchdog").Object("data") ?? [];

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
