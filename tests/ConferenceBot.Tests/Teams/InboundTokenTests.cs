using System.Net;
using System.Net.Http.Headers;
using ConferenceBot.Tests.Teams.Support;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class InboundTokenTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private readonly ConnectorIssuer issuer = world.Issuer;
    private readonly TeamsHost host = world.Fresh();

    [Fact]
    public async Task A_genuine_message_is_accepted_and_told_once()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
        Assert.Single(host.Turns.Told);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not-a-token")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.")]
    public async Task Without_a_bearer_token_nothing_is_read(string? header)
    {
        using var response = await SendAsync(header);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_good_token_with_a_third_part_or_another_scheme_is_refused()
    {
        using var third = await SendAsync($"Bearer {host.Token()} more");
        using var scheme = await SendAsync($"Token {host.Token()}");
        Assert.Equal(HttpStatusCode.Unauthorized, third.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, scheme.StatusCode);
    }

    public static TheoryData<string, object?> WrongClaims => new()
    {
        { "iss", "https://api.botframework.com" },
        { "iss", "https://some.other.issuer.example" }, // what the metadata names: the settings are exact
        { "iss", "https://login.microsoftonline.com/b0000000-0000-4000-8000-000000000001/v2.0" },
        { "iss", null },
        { "aud", "a0000000-0000-4000-8000-00000000ffff" },
        { "aud", "api://botid-a0000000-0000-4000-8000-000000000001" },
        { "aud", null },
        { "aud", new[] { "a0000000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002" } },
        { "exp", null },
    };

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public async Task Issuer_audience_and_expiry_must_be_exact(string claim, object? value) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host.Token((claim, value))));

    [Theory]
    [InlineData("exp", -4, HttpStatusCode.OK)]
    [InlineData("exp", -6, HttpStatusCode.Unauthorized)]
    [InlineData("nbf", 4, HttpStatusCode.OK)]
    [InlineData("nbf", 6, HttpStatusCode.Unauthorized)]
    public async Task The_lifetime_may_be_off_by_five_minutes(string claim, int minutes, HttpStatusCode expected) =>
        Assert.Equal(expected, await StatusAsync(host.Token((claim, host.Machine.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds()))));

    [Fact]
    public async Task Only_RS256_signatures_count()
    {
        var shared = new SymmetricSecurityKey(issuer.Current.Rsa.ExportRSAPublicKey()) { KeyId = issuer.Current.KeyId };
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(ConnectorIssuer.Sign(host.Claims(), null)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(shared, host.Claims(), SecurityAlgorithms.HmacSha256)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(issuer.Current, host.Claims(), SecurityAlgorithms.RsaSha384)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host.Token()));
    }

    [Fact]
    public async Task A_signature_by_another_key_is_refused_with_and_without_the_name_of_a_known_one()
    {
        var forged = ConnectorIssuer.Unpublished();
        forged.KeyId = issuer.Current.KeyId;
        var nameless = new RsaSecurityKey(issuer.Current.Rsa);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(forged, host.Claims())));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TeamsHost.Signed(nameless, host.Claims())));
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var response = await host.PostAsync(Activities.Message(), token);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Activities.Message().ToJsonString(), new MediaTypeHeaderValue("application/json")),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await host.Client.SendAsync(request);
    }
}
