using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Plays;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class PageTests : IAsyncLifetime
{
    private readonly StubHost _host = new();
    private SandboxServer _sandbox = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.StartAsync();
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { HostAddress = _host.Address });
        _http = new HttpClient { BaseAddress = _sandbox.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_state_shows_moved_and_cancelled_conferences_and_never_a_subject()
    {
        await _sandbox.Walk.WalkToAsync(Iso.Read("2026-05-16T08:00:00Z")!.Value, CancellationToken.None);
        var text = await _http.GetStringAsync("/api/state");
        var state = JsonNode.Parse(text);

        Assert.Equal("2026-05-16T08:00:00Z", state.Text("now"));
        Assert.Equal(60, state.Items("people").Count());
        Assert.Equal(["2026-05-26T12:30:00Z cancelled", "2026-05-27T09:00:00Z moved"], state.Items("conferences")
            .Where(item => item.Text("status") != "planned").Select(item => $"{item.Text("start")} {item.Text("status")}"));
        Assert.Contains(state.Items("conferences"), item => item.Text("start") == "2026-05-22T08:30:00Z");
        Assert.DoesNotContain("Exampleton", text);
        Assert.DoesNotContain("CP-10", text);
        Assert.True(state.Object("host").Flag("ready"));
    }

    [Fact]
    public async Task The_clock_walks_in_the_background_and_an_open_page_hears_of_it()
    {
        using var events = await _http.GetStreamAsync("/api/events").ContinueWith(task => new StreamReader(task.Result), TaskScheduler.Default);
        Assert.Equal(": open", await events.ReadLineAsync());
        using var reply = await PostAsync("/api/clock", """{"step":"hour"}""");
        var body = JsonNode.Parse(await reply.Content.ReadAsStringAsync());
        var line = "";
        while (!line.Contains("\"clock\"", StringComparison.Ordinal))
            line = await events.ReadLineAsync() ?? throw new InvalidOperationException("The events ended.");

        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        Assert.Equal("2026-05-11T08:00:00Z", body.Text("target"));
    }

    [Theory]
    [InlineData("/api/clock", """{"step":"sideways"}""")]
    [InlineData("/api/clock", """{"walkTo":"2020-01-01T00:00:00Z"}""")]
    [InlineData("/api/clock", "no json")]
    [InlineData("/api/faults", """{"graph":"purple"}""")]
    [InlineData("/api/faults", """{"host":"explode"}""")]
    public async Task What_the_page_would_not_ask_is_refused(string path, string body)
    {
        using var reply = await PostAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task A_fault_breaks_its_part_until_it_is_put_right()
    {
        using var set = await PostAsync("/api/faults", """{"graph":"503","clock":"off"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync("/graph/v1.0/users")).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetAsync("/clock"));
        using var back = await PostAsync("/api/faults", """{"graph":"on","clock":"on"}""");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.GetAsync("/graph/v1.0/users")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync("/clock")).StatusCode);
    }

    [Fact]
    public async Task The_main_job_is_not_observed_with_a_host_that_does_nothing()
    {
        using var output = new StringWriter();

        Assert.False(await PlayRunner.RunAsync("main-job", _sandbox, output, CancellationToken.None));
        Assert.Contains("NOT step 1", output.ToString());
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        _http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
}
