using System.Net;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class ConnectorKeyTests : IAsyncLifetime
{
    private ConnectorIssuer issuer = null!;
    private TeamsHost host = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await ConnectorIssuer.StartAsync();
        host = await TeamsHost.StartAsync(issuer);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task The_first_token_with_a_rolled_key_is_accepted_and_the_withdrawn_key_is_not()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        var old = host.Token();
        issuer.Rotate();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(old));
    }

    [Fact]
    public async Task Each_of_several_rotations_in_a_row_is_accepted_at_its_first_token_whoever_comes_at_once()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        for (var rotation = 0; rotation < 3; rotation++)
        {
            issuer.Rotate();
            var token = host.Token();
            Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StatusAsync(token))), status => Assert.Equal(HttpStatusCode.OK, status));
            host.Machine.Advance(ConnectorKeys.ForcedRefresh);
        }
    }

    [Fact]
    public async Task Invented_keys_have_the_keys_fetched_three_times_and_then_the_issuer_is_left_in_peace()
    {
        await StatusAsync(host.Token());
        for (var invented = 0; invented < 6; invented++)
        {
            issuer.Rotate();
            issuer.Withdraw();
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host.Token()));
        }

        Assert.Equal(4, issuer.Asked);
    }

    [Fact]
    public async Task A_withdrawn_key_is_refused_after_an_hour_without_anybody_asking()
    {
        var old = host.Token();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
        issuer.Withdraw();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
        host.Machine.Advance(ConnectorKeys.AutomaticRefresh);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host.Token()));
    }

    [Fact]
    public async Task The_keys_are_fetched_once_for_councils_with_the_same_metadata()
    {
        await StatusAsync(host.Token());
        await StatusAsync(host.Token(("aud", TeamsHost.OtherAppId.ToString())));
        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task An_issuer_that_is_away_means_401_is_left_in_peace_and_recovers()
    {
        issuer.IsDown = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host.Token()));
        var asked = issuer.Asked;
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host.Token()));
        Assert.Equal(asked, issuer.Asked);

        issuer.IsDown = false;
        host.Machine.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var response = await host.PostAsync(Activities.Message(), token);
        return response.StatusCode;
    }
}
