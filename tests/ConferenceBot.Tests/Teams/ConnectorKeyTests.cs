using System.Net;
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
    public async Task The_keys_are_fetched_once_for_councils_with_the_same_metadata()
    {
        await StatusAsync(host.Token());
        await StatusAsync(host.Token(("aud", TeamsHost.OtherAppId.ToString())));
        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task An_issuer_that_is_away_means_503_is_left_in_peace_and_recovers()
    {
        issuer.IsDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host.Token()));
        var asked = issuer.Asked;
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host.Token()));
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
