using System.Globalization;
using Azure.Identity;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class ConnectorClientTests : IDisposable
{
    private readonly OutboundWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea//")]
    public async Task Ids_are_encoded_whole_and_the_service_urls_slash_does_not_matter(string serviceUrl)
    {
        const string thread = "19:x@thread.tacv2;messageid=1";
        var address = OutboundWorld.Address(serviceUrl);
        await world.Client.CreateConversationAsync(address, new ConversationParameters { IsGroup = false }, default);
        await world.Client.SendToConversationAsync(address, thread, OutboundWorld.Message(), default);
        await world.Client.UpdateActivityAsync(address, thread, "f:1/2", OutboundWorld.Message(), default);
        await world.Client.DeleteActivityAsync(address, "a:1+x=", "..a", default);

        const string root = "https://smba.trafficmanager.net/emea/v3/conversations";
        Assert.Equal(
            [
                ("POST", root, """{"isGroup":false}"""),
                ("POST", root + "/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities", """{"type":"message","text":"x"}"""),
                ("PUT", root + "/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities/f%3A1%2F2", """{"type":"message","text":"x"}"""),
                ("DELETE", root + "/a%3A1%2Bx%3D/activities/..a", null),
            ],
            world.Network.Seen.Select(seen => (seen.Method, seen.Url, seen.Body)));
        Assert.All(world.Network.Seen, seen => Assert.Equal(("Bearer token-1", "ConferenceBot/0.1.0"), (seen.Authorization, seen.Agent)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task What_would_climb_out_of_the_path_is_no_id(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => world.Client.SendToConversationAsync(OutboundWorld.Address(), id, OutboundWorld.Message(), default));
        Assert.Empty(world.Network.Seen);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.tld/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net/?to=")]
    [InlineData("https://smba.trafficmanager.net/#")]
    [InlineData("http://127.0.0.2:5210/")]
    public async Task To_an_address_that_is_not_allowed_nothing_is_sent(string serviceUrl)
    {
        foreach (var operation in Enum.GetValues<ConnectorOperation>())
        {
            var failure = await Assert.ThrowsAsync<ConnectorException>(() => world.CallAsync(operation, serviceUrl));
            Assert.Equal((ConnectorException.ServiceUrlNotAllowed, DeliveryAdvice.GiveUp, false), (failure.Code, failure.Advice, failure.MayHaveArrived));
        }

        Assert.Empty(world.Network.Seen);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var connector = builder.Build();
        var followed = 0;
        connector.MapPost("/connector/{**path}", (HttpContext http) => Results.Redirect($"http://localhost:{http.Connection.LocalPort}/stolen", preserveMethod: true));
        connector.Map("/stolen", () => Interlocked.Increment(ref followed));
        await connector.StartAsync();
        await using var issuer = await ConnectorIssuer.StartAsync();
        await using var host = await TeamsHost.StartAsync(
            issuer, services => services.AddSingleton<Councils.ICouncilCredentials>(new CountingCredentials()));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => host.Services.GetRequiredService<IConnectorClient>().SendToConversationAsync(
            new ConnectorAddress("sampleshire", connector.Urls.First() + "/connector/"), "a:1", OutboundWorld.Message(), default));

        Assert.Equal((307, DeliveryAdvice.GiveUp, 0), (failure.StatusCode, failure.Advice, followed));
    }

    [Fact]
    public async Task A_401_is_tried_once_more_with_a_fresh_token()
    {
        world.Network.Answer = (request, _) => Task.FromResult(request.Headers.Authorization!.Parameter == "token-1"
            ? ScriptedConnector.Json(401, "")
            : ScriptedConnector.Json(201, """{"id":"7"}"""));
        Assert.Equal("7", (await world.Client.SendToConversationAsync(OutboundWorld.Address(), "a:1", OutboundWorld.Message(), default)).Id);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], world.Network.Seen.Select(seen => seen.Authorization));
        Assert.Equal(world.Network.Seen[0].Body, world.Network.Seen[1].Body);

        world.Network.Seen.Clear();
        var failure = await world.FailAsync(ConnectorOperation.SendToConversation, 401, """{"error":{"code":"BotNotRegistered","message":"no"}}""");
        Assert.Equal((401, "BotNotRegistered", DeliveryAdvice.GiveUp, 2), (failure.StatusCode, failure.Code, failure.Advice, world.Network.Seen.Count));
    }

    [Fact]
    public async Task A_call_ends_after_fifteen_seconds_of_machine_time_and_may_have_arrived()
    {
        var waiting = new TaskCompletionSource();
        world.Network.Answer = async (_, ct) =>
        {
            waiting.SetResult();
            await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(ct);
            throw new InvalidOperationException();
        };
        var call = world.CallAsync(ConnectorOperation.SendToConversation);
        await waiting.Task;
        world.Machine.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(call.IsCompleted);
        world.Machine.Advance(TimeSpan.FromSeconds(0.2));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => call);
        Assert.Equal((ConnectorException.TimedOut, DeliveryAdvice.Retry, true), (failure.Code, failure.Advice, failure.MayHaveArrived));
    }

    [Fact]
    public async Task Cancelling_is_not_a_failure_of_the_connector()
    {
        using var cancel = new CancellationTokenSource();
        world.Network.Answer = (_, ct) =>
        {
            cancel.Cancel();
            return Task.FromCanceled<HttpResponseMessage>(ct);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.CallAsync(ConnectorOperation.SendToConversation, ct: cancel.Token));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task A_broken_connection_is_tried_again_and_says_whether_the_message_may_have_arrived(HttpRequestError error, bool mayHaveArrived)
    {
        world.Network.Answer = (_, _) => throw new HttpRequestException(error);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => world.CallAsync(ConnectorOperation.SendToConversation));
        Assert.Equal(
            (ConnectorException.NetworkFailure, DeliveryAdvice.Retry, mayHaveArrived), (failure.Code, failure.Advice, failure.MayHaveArrived));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_it_is_tried_again()
    {
        world.Credentials.Failure = new AuthenticationFailedException("away");
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => world.CallAsync(ConnectorOperation.SendToConversation));
        Assert.Equal((ConnectorException.TokenUnavailable, DeliveryAdvice.Retry, false), (failure.Code, failure.Advice, failure.MayHaveArrived));
        Assert.Empty(world.Network.Seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>ok</html>")]
    [InlineData("{}")]
    public async Task An_answer_without_an_id_is_told_apart_from_a_failure(string body)
    {
        world.Network.Answer = (_, _) => Task.FromResult(ScriptedConnector.Json(200, body));
        Assert.Null((await world.Client.SendToConversationAsync(OutboundWorld.Address(), "a:1", OutboundWorld.Message(), default)).Id);
        Assert.Equal("2", (await world.Client.UpdateActivityAsync(OutboundWorld.Address(), "a:1", "2", OutboundWorld.Message(), default)).Id);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => world.CallAsync(ConnectorOperation.CreateConversation));
        Assert.Equal((ConnectorException.NoConversationId, true), (failure.Code, failure.MayHaveArrived));
    }

    [Fact]
    public async Task An_activity_over_80_KB_is_refused_and_one_over_28_KB_is_logged_by_its_size_only()
    {
        var frame = """{"type":"message","text":""}""".Length;
        var largest = OutboundWorld.Message(new string('é', (ActivitySize.HardLimit / 2) - frame));
        await world.Client.SendToConversationAsync(OutboundWorld.Address(), "a:1", largest, default);
        var warning = Assert.Single(world.Log, record => record.Level == LogLevel.Warning);
        Assert.Contains(ActivitySize.HardLimit.ToString(CultureInfo.InvariantCulture), warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("é", warning.Message, StringComparison.Ordinal);

        largest.Text += "é";
        foreach (var call in new Func<Task>[]
        {
            () => world.Client.SendToConversationAsync(OutboundWorld.Address(), "a:1", largest, default),
            () => world.Client.UpdateActivityAsync(OutboundWorld.Address(), "a:1", "2", largest, default),
            () => world.Client.CreateConversationAsync(OutboundWorld.Address(), new ConversationParameters { Activity = largest }, default),
        })
        {
            var failure = await Assert.ThrowsAsync<ConnectorException>(call);
            Assert.Equal((ConnectorException.CardTooLarge, DeliveryAdvice.ShrinkCard, false), (failure.Code, failure.Advice, failure.MayHaveArrived));
        }

        Assert.Single(world.Network.Seen);
    }

    [Fact]
    public async Task A_message_of_28_KB_is_not_remarked_on()
    {
        await world.Client.SendToConversationAsync(OutboundWorld.Address(), "a:1", OutboundWorld.Message(new string('x', 14_000)), default);
        Assert.DoesNotContain(world.Log, record => record.Level == LogLevel.Warning);
    }
}
