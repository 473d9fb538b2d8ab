using Azure.Core;
using Azure.Identity;
using ConferenceBot.Councils;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class LoopbackTokenTests : IDisposable
{
    private readonly FakeTimeProvider machine = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly Support.ScriptedConnector network = new();
    private readonly LoopbackTokenCredential credential;

    public LoopbackTokenTests()
    {
        var clients = new Mock<IHttpClientFactory>();
        clients.Setup(c => c.CreateClient(LoopbackTokenCredential.HttpClientName)).Returns(() => new HttpClient(network, disposeHandler: false));
        credential = new(new IdentityOptions { ClientId = "me", Secret = "s&", TokenUrl = "http://127.0.0.1:1/token" }, clients.Object, machine);
        network.Answer = (_, _) => Task.FromResult(Support.ScriptedConnector.Json(
            200, $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{network.Seen.Count}}"}"""));
    }

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task It_asks_with_client_credentials_once_per_scope_until_five_minutes_before_the_end()
    {
        Assert.Equal("token-1", await TokenAsync("a/.default"));
        Assert.Equal(("POST", "grant_type=client_credentials&client_id=me&client_secret=s%26&scope=a%2F.default"), (network.Seen[0].Method, network.Seen[0].Body));
        Assert.Equal("token-2", await TokenAsync("b/.default"));
        machine.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await TokenAsync("a/.default"));
        machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("token-3", await TokenAsync("a/.default"));
    }

    [Fact]
    public async Task All_who_wait_share_one_request_and_one_who_leaves_does_not_end_it()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        network.Answer = (_, _) => answer.Task;
        using var cancel = new CancellationTokenSource();
        var leaver = credential.GetTokenAsync(new TokenRequestContext(["a"]), cancel.Token).AsTask();
        var stayers = Enumerable.Range(0, 5).Select(_ => TokenAsync("a")).ToList();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        answer.SetResult(Support.ScriptedConnector.Json(200, """{"expires_in":3600,"access_token":"shared"}"""));
        Assert.All(await Task.WhenAll(stayers), token => Assert.Equal("shared", token));
        Assert.Single(network.Seen);
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"access_token":7,"expires_in":3600}""")]
    [InlineData(200, """{"access_token":"t","expires_in":"soon"}""")]
    [InlineData(200, """{"access_token":"t","expires_in":9223372036854775807}""")]
    public async Task A_failure_is_told_and_forgotten(int status, string body)
    {
        var good = network.Answer;
        network.Answer = (_, _) => Task.FromResult(Support.ScriptedConnector.Json(status, body));
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => TokenAsync("a"));
        network.Answer = good;
        Assert.Equal("token-2", await TokenAsync("a"));
    }

    private async Task<string> TokenAsync(string scope) => (await credential.GetTokenAsync(new TokenRequestContext([scope]), default)).Token;
}
