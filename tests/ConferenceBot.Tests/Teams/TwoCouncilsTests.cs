using Azure.Core;
using ConferenceBot.Councils;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>Two councils in one host whose Teams are on different hosts: neither's token or turn is ever the other's.</summary>
public sealed class TwoCouncilsTests : IAsyncLifetime
{
    private const string Ours = "https://smba.trafficmanager.net/emea/", Theirs = "https://europe.botframework.com/otherton/";

    private readonly ScriptedConnector network = new();
    private readonly NamedCredentials credentials = new();
    private ConnectorIssuer issuer = null!;
    private TeamsHost host = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await ConnectorIssuer.StartAsync();
        host = await TeamsHost.StartAsync(
            issuer,
            services =>
            {
                services.AddSingleton<ICouncilCredentials>(credentials);
                services.AddHttpClient(ConnectorClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => network);
            },
            new() { ["Councils:otherton:Teams:AllowedHosts:0"] = "europe.botframework.com" });
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("sampleshire", Theirs)]
    [InlineData("otherton", Ours)]
    public async Task A_stored_address_of_one_council_gets_no_token_of_the_other(string council, string address)
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(council, address));
        Assert.Equal(ConnectorException.ServiceUrlNotAllowed, failure.Code);
        Assert.Empty(network.Seen);
        Assert.Equal(0, credentials.Given);
    }

    [Fact]
    public async Task Each_council_speaks_with_its_own_token()
    {
        await SendAsync("sampleshire", Ours);
        await SendAsync("otherton", Theirs);
        Assert.Equal(["Bearer of-sampleshire", "Bearer of-otherton"], network.Seen.Select(seen => seen.Authorization));
    }

    [Theory]
    [InlineData(Theirs, 200)]
    [InlineData(Ours, 403)]
    public async Task A_turn_of_one_council_is_not_taken_from_the_hosts_of_the_other(string serviceUrl, int status)
    {
        var tenant = TeamsHost.OtherTenantId.ToString();
        var activity = Activities.Message().With("serviceUrl", serviceUrl).With("channelData.tenant.id", tenant).With("conversation.tenantId", tenant);
        using var response = await host.PostAsync(activity, host.Token(("aud", TeamsHost.OtherAppId.ToString()), ("serviceurl", serviceUrl)));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.All(host.Turns.Told, told => Assert.Equal("otherton", told.Turn.Council));
    }

    private Task<ResourceResponse> SendAsync(string council, string address) => host.Services.GetRequiredService<IConnectorClient>()
        .SendToConversationAsync(new ConnectorAddress(council, address), "a:1", OutboundWorld.Message(), default);

    /// <summary>Gives tokens that say whose they are.</summary>
    private sealed class NamedCredentials : ICouncilCredentials
    {
        public int Given { get; private set; }

        public TokenCredential For(string council) => DelegatedTokenCredential.Create((_, _) =>
        {
            Given++;
            return new AccessToken($"of-{council}", DateTimeOffset.MaxValue);
        });

        public TokenCredential Renew(string council, TokenCredential refused) => refused;
    }
}
