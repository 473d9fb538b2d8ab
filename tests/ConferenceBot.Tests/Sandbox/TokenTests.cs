using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Tokens;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

public sealed class TokenTests(TenantFixture tenant) : IClassFixture<TenantFixture>
{
    [Fact]
    public async Task A_token_for_the_bot_validates_with_the_published_keys_by_other_peoples_code()
    {
        var registration = tenant.Services.Registration;
        var metadata = (await tenant.SendAsync(HttpMethod.Get, registration.MetadataUrl, null)).Body;
        var keys = (await tenant.SendAsync(HttpMethod.Get, metadata.Text("jwks_uri")!, null)).Body!;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(tenant.Services.Tokens.ForBot(), new TokenValidationParameters
        {
            ValidIssuer = metadata.Text("issuer"),
            ValidAudience = registration.AppId.ToString(),
            IssuerSigningKeys = new JsonWebKeySet(keys.ToJsonString()).GetSigningKeys(),
            ValidAlgorithms = ["RS256"],
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(registration.ServiceUrl, result.Claims["serviceurl"]);
        Assert.Contains("msteams", keys.Items("keys").Single().Items("endorsements").Select(item => item!.ToString()));
    }

    [Fact]
    public void A_rotation_publishes_a_new_key_only()
    {
        using var keys = new SigningKeys();
        var before = keys.KeySet().Items("keys").Single().Text("kid");
        var after = keys.Rotate();

        Assert.NotEqual(before, after);
        Assert.Equal(after, keys.KeySet().Items("keys").Single().Text("kid"));
        keys.Rotate(keepOld: true);
        Assert.Equal(2, keys.KeySet().Items("keys").Count());
    }

    [Fact]
    public void A_token_ends_after_an_hour_of_machine_time()
    {
        var machine = new FakeTimeProvider(new DateTimeOffset(2026, 5, 11, 8, 0, 0, TimeSpan.Zero));
        using var keys = new SigningKeys();
        var issuer = new TokenIssuer(tenant.Services.Registration, keys, machine);
        var token = "Bearer " + issuer.ForService(TokenIssuer.GraphAudience);

        Assert.True(issuer.Accepts(token, TokenIssuer.GraphAudience));
        Assert.False(issuer.Accepts(token, TokenIssuer.ConnectorAudience));
        Assert.False(issuer.Accepts(token[..^4] + "AAAA", TokenIssuer.GraphAudience));
        machine.Advance(TokenIssuer.Life);
        Assert.False(issuer.Accepts(token, TokenIssuer.GraphAudience));
    }

    [Fact]
    public void Every_token_that_was_given_can_be_made_to_end_and_the_next_one_is_good()
    {
        using var keys = new SigningKeys();
        var issuer = new TokenIssuer(tenant.Services.Registration, keys, TimeProvider.System);
        var token = "Bearer " + issuer.ForService(TokenIssuer.GraphAudience);
        issuer.EndAll();

        Assert.False(issuer.Accepts(token, TokenIssuer.GraphAudience));
        Assert.True(issuer.Accepts("Bearer " + issuer.ForService(TokenIssuer.GraphAudience), TokenIssuer.GraphAudience));
    }

    [Theory]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type")]
    [InlineData("client_id", "00000000-0000-4000-8000-000000000001", 400, "unauthorized_client")]
    [InlineData("client_secret", "wrong", 401, "invalid_client")]
    [InlineData("scope", "https://vault.azure.net/.default", 400, "invalid_scope")]
    public async Task The_token_endpoint_refuses_what_is_wrong(string name, string value, int status, string error)
    {
        var reply = await GrantAsync(form => form[name] = value);

        Assert.Equal((status, error), (reply.Status, reply.Body.Text("error")));
    }

    [Fact]
    public async Task The_token_endpoint_grants_what_graph_takes()
    {
        var granted = await GrantAsync(_ => { });
        var reply = await tenant.SendAsync(HttpMethod.Get, tenant.Sandbox.Address + "graph/v1.0/users", granted.Body.Text("access_token"));

        Assert.Equal((200, 200), (granted.Status, reply.Status));
    }

    private async Task<Reply> GrantAsync(Action<Dictionary<string, string>> change)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = tenant.Services.Registration.AppId.ToString(),
            ["client_secret"] = tenant.Services.Registration.Secret,
            ["scope"] = "https://graph.microsoft.com/.default",
        };
        change(form);
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(tenant.Services.Registration.TokenUrl, content);
        return new Reply((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync()), new Dictionary<string, string>());
    }
}
