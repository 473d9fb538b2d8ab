using System.Net;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Tokens;
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
            host.Machine.Advance(KeyQuestions.Every);
        }
    }

    [Fact]
    public async Task A_bad_token_just_before_a_rotation_costs_nobody_anything()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(ConnectorIssuer.Unpublished(), host.Claims())));
        issuer.Rotate();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        Assert.Equal(3, issuer.Asked);
    }

    [Fact]
    public async Task A_withdrawn_key_is_refused_within_the_hour_though_no_new_one_was_seen()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        var old = issuer.Current;
        issuer.Rotate();
        host.Machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(old, host.Claims())));
    }

    [Fact]
    public async Task A_connector_that_does_not_answer_is_given_up_after_five_seconds_of_machine_time()
    {
        issuer.Hold = new TaskCompletionSource().Task;
        var status = StatusAsync(host.Token());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (!status.IsCompleted)
        {
            host.Machine.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await status);
    }

    [Fact]
    public async Task The_keys_are_fetched_once_for_councils_with_the_same_metadata()
    {
        await StatusAsync(host.Token());
        await StatusAsync(host.Token(("aud", TeamsHost.OtherAppId.ToString())));
        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task An_issuer_that_is_away_means_503_with_the_time_to_wait_and_recovers()
    {
        issuer.IsDown = true;
        using (var response = await host.PostAsync(Activities.Message()))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        }

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host.Token()));
        Assert.Equal(1, issuer.Asked);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync());

        issuer.IsDown = false;
        host.Machine.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        Assert.Single(host.Turns.Told);
    }

    [Fact]
    public async Task A_token_that_could_not_be_genuine_asks_for_no_key()
    {
        issuer.IsDown = true;
        var unknown = ConnectorIssuer.Unpublished();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(unknown, host.Claims(("iss", "https://login.example")))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(unknown, host.Claims(("exp", null)))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(unknown, host.Claims(("aud", Guid.Empty.ToString())))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(unknown, host.Claims(), SecurityAlgorithms.RsaSha384)));
        Assert.Equal(0, issuer.Asked);
    }

    [Fact]
    public async Task Many_first_tokens_with_a_new_key_at_once_are_all_accepted_with_one_more_question()
    {
        await StatusAsync(host.Token());
        issuer.Rotate();
        var token = host.Token();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StatusAsync(token))), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(2, issuer.Asked);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"jwks_uri":"keys"}""")]
    [InlineData("""{"jwks_uri":"http://connector.example/keys"}""")]
    [InlineData("""{"jwks_uri":"file:///etc/passwd"}""")]
    public async Task Metadata_that_names_no_fit_key_document_counts_as_away(string metadata)
    {
        issuer.Metadata = metadata;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host.Token()));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"a","k":"AQAB"}]}""")]
    public async Task A_key_document_without_a_fit_key_counts_as_away(string keys)
    {
        issuer.KeyDocument = keys;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host.Token()));
    }

    private async Task<HealthStatus> HealthAsync() =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status;

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var response = await host.PostAsync(Activities.Message(), token);
        return response.StatusCode;
    }
}
