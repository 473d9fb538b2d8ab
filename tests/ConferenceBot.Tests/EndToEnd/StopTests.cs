using System.Diagnostics;
using System.Globalization;
using ConferenceBot.Sandbox.Connector;
using Xunit;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>The host is told to stop, as a supervisor does it: SIGTERM.</summary>
public sealed class StopTests(Town town) : IClassFixture<Town>, IDisposable
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private readonly HttpClient _http = new();

    [Fact]
    public async Task A_turn_in_flight_is_finished_and_the_host_is_gone_within_ten_seconds()
    {
        const string visitor = "Health visitor";
        var prompt = await town.CardAsync(visitor, "prep.answer");
        await town.Sandbox.Faults.SetAsync("database", "off", CancellationToken.None);
        var press = town.Sandbox.ActAsync(town.Who(visitor), prompt.Id, "prep.answer",
            new Dictionary<string, string> { ["sentToChair"] = "true", ["familyShared"] = "all" });
        Assert.True(await AnswersAsync());
        Assert.False(press.IsCompleted);

        var told = TimeProvider.System.GetTimestamp();
        await TerminateAsync();
        while (await AnswersAsync())
            await WaitAsync(told);
        Assert.False(press.IsCompleted);
        await town.Sandbox.Faults.SetAsync("database", "on", CancellationToken.None);

        Assert.Equal((200, ActionAnswer.CardType), await press is var answer ? (answer.StatusCode, answer.Type) : default);
        while (town.Sandbox.Host!.Pid != 0)
            await WaitAsync(told);
        Assert.Equal(1, town.Database.Count("SELECT COUNT(*) FROM Marks WHERE Verb = 'prep.answer'"));
    }

    public void Dispose() => _http.Dispose();

    private static async Task WaitAsync(long since)
    {
        Assert.True(TimeProvider.System.GetElapsedTime(since) < Allowed, "The host is still there after ten seconds.");
        await Task.Delay(Between, TimeProvider.System, CancellationToken.None);
    }

    private async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", town.Sandbox.Host!.Pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var fresh = new HttpRequestMessage(HttpMethod.Get, new Uri(town.Sandbox.HostAddress!, "/health/live"));
            fresh.Headers.ConnectionClose = true;
            using var response = await _http.SendAsync(fresh);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
