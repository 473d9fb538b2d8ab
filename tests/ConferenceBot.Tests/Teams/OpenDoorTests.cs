using System.Text.Json.Nodes;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>What anybody can ask the host for without a token.</summary>
public sealed class OpenDoorTests : IAsyncLifetime
{
    private WholeBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await WholeBot.StartAsync(silent: true);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("GET", "/clockwork")]
    [InlineData("POST", "/clockwork/settle")]
    [InlineData("GET", "/clockwork/record")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/messages/../../appsettings.json")]
    public async Task Where_no_clock_is_configured_there_is_nothing_to_ask_about_the_work(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await bot.Client.SendAsync(request);
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task Health_does_not_repeat_what_a_failure_said()
    {
        bot.Break("DROP TABLE Deliveries");
        using var response = await bot.Client.GetAsync("/health");
        var health = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Deliveries", health, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", health, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("Healthy", (string)JsonNode.Parse(health)!["status"]!);
    }
}
