using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class StartingTests : IAsyncDisposable
{
    private readonly StubHost _host = new();
    private readonly HttpClient _http = new();
    private readonly TaskCompletionSource<Uri> _opened = new();
    private readonly TaskCompletionSource _mayRead = new();

    [Fact]
    public async Task The_page_is_there_before_the_bot_is_ready_and_says_what_is_going_on()
    {
        await using var sandbox = await WhileStartingAsync(async address =>
        {
            var host = await HostAsync(address);
            Assert.True(host.Flag("starting"));
            Assert.False(string.IsNullOrEmpty(host.Text("progress")));
        });

        var ready = await HostAsync(sandbox.Address);
        Assert.False(ready.Flag("starting"));
        Assert.Null(ready.Text("progress"));
        Assert.True(ready.Flag("ready"));
    }

    [Fact]
    public async Task The_clock_does_not_walk_while_the_bot_is_starting()
    {
        await using var sandbox = await WhileStartingAsync(async address =>
        {
            using var refused = await WalkAsync(address);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("still starting", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        });

        using var accepted = await WalkAsync(sandbox.Address);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Fact]
    public async Task The_bot_is_installed_for_everybody_at_the_start()
    {
        await using var sandbox = await WhileStartingAsync(_ => Task.CompletedTask);

        Assert.Equal(sandbox.Services.Chats.All.Select(chat => chat.Person.Id.ToString()).Order(),
            _host.Of("installationUpdate").Select(activity => activity.Object("from").Text("aadObjectId")!).Order());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<SandboxServer> WhileStartingAsync(Func<Uri, Task> look)
    {
        await _host.StartAsync();
        _host.BeforeSettling = _mayRead.Task;
        var starting = SandboxServer.StartAsync(new SandboxOptions { HostAddress = _host.Address, Opened = _opened.SetResult });
        try
        {
            await look(await _opened.Task);
        }
        finally
        {
            _mayRead.SetResult();
        }
        return await starting;
    }

    private async Task<JsonObject> HostAsync(Uri address) =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri(address, "/api/state"))).Object("host")!;

    private Task<HttpResponseMessage> WalkAsync(Uri address) =>
        _http.PostAsync(new Uri(address, "/api/clock"), new StringContent("""{"step":"hour"}""", Encoding.UTF8, "application/json"));
}
