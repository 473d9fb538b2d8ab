using System.Net;
using Azure.Core;
using ConferenceBot.Councils;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>The public and the US Government cloud: which one a council is in is two settings, the rest follows.</summary>
public sealed class CloudTests
{
    private const string GovernmentIssuer = "https://api.botframework.us";
    private const string GovernmentMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";
    private const string GovernmentService = "https://smba.infra.gov.teams.microsoft.us/teams/";

    [Fact]
    public void Without_settings_a_council_is_in_the_public_cloud()
    {
        var council = Council();
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", council.OpenIdMetadataUrl.AbsoluteUri);
        Assert.Equal("https://api.botframework.com", council.TokenIssuer);
        Assert.Equal("https://api.botframework.com/.default", council.Cloud.Scope);
        Assert.Equal("https://login.microsoftonline.com/", council.Cloud.Authority.AbsoluteUri);
        Assert.Equal("api://AzureADTokenExchange/.default", council.Cloud.TokenExchangeScope);
        Assert.Equal(["botframework.com", "smba.trafficmanager.net", "teams.microsoft.com", "teams.microsoft.us"], council.AllowedHosts);
    }

    [Fact]
    public void With_the_governments_issuer_everything_else_is_the_governments()
    {
        var council = Council(("OpenIdMetadataUrl", GovernmentMetadata), ("TokenIssuer", GovernmentIssuer));
        Assert.Equal("https://api.botframework.us/.default", council.Cloud.Scope);
        Assert.Equal("https://login.microsoftonline.us/", council.Cloud.Authority.AbsoluteUri);
        Assert.Equal("api://AzureADTokenExchangeUSGov/.default", council.Cloud.TokenExchangeScope);
    }

    [Theory]
    [InlineData(GovernmentService, true)]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams", true)]
    [InlineData("https://api.botframework.us/", true)]
    [InlineData("https://smba.trafficmanager.net/teams/", false)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", false)]
    [InlineData("https://europe.api.botframework.com/", false)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us.evil.tld/", false)]
    [InlineData("https://evilteams.microsoft.us/", false)]
    public void A_government_token_goes_to_the_governments_hosts_alone(string url, bool allowed)
    {
        var council = Council(("OpenIdMetadataUrl", GovernmentMetadata), ("TokenIssuer", GovernmentIssuer));
        Assert.Equal(allowed, ServiceUrlGuard.Check(url, council, development: false) is null);
    }

    [Theory]
    [InlineData(GovernmentMetadata, "https://api.botframework.com")]
    [InlineData("https://login.botframework.com/v1/.well-known/openid-configuration", GovernmentIssuer)]
    public void Keys_of_one_cloud_and_the_issuer_of_another_are_refused_at_start(string metadata, string issuer)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Council(("OpenIdMetadataUrl", metadata), ("TokenIssuer", issuer)));
        Assert.StartsWith("Councils:sampleshire:Teams:TokenIssuer: must be https://api.botframework", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Without_an_app_id_the_host_does_not_start_in_any_environment(string environment)
    {
        using var host = Build(environment, ("AppId", null));
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Councils:sampleshire:Teams:AppId: must be a guid", Assert.Single(failure.Failures));
    }

    [Fact]
    public async Task A_government_council_accepts_the_governments_tokens_and_no_others()
    {
        await using var issuer = await ConnectorIssuer.StartAsync();
        await using var host = await TeamsHost.StartAsync(issuer, settings: new()
        {
            ["Councils:sampleshire:Teams:TokenIssuer"] = GovernmentIssuer,
            ["Councils:sampleshire:Teams:AllowedHosts:0"] = "teams.microsoft.us",
        });
        var activity = Activities.Message().With("serviceUrl", GovernmentService);

        using var government = await host.PostAsync(activity, host.Token(("iss", GovernmentIssuer), ("serviceurl", GovernmentService)));
        using var open = await host.PostAsync(activity, host.Token(("iss", "https://api.botframework.com"), ("serviceurl", GovernmentService)));

        Assert.Equal(HttpStatusCode.OK, government.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, open.StatusCode);
        Assert.Single(host.Turns.Told);
    }

    [Theory]
    [InlineData("https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://smba.trafficmanager.net/emea/", "https://api.botframework.com/.default")]
    [InlineData(GovernmentIssuer, GovernmentMetadata, GovernmentService, "https://api.botframework.us/.default")]
    public async Task The_bot_asks_for_a_token_of_its_own_cloud(string issuer, string metadata, string serviceUrl, string scope)
    {
        var credential = new ScopeNoting();
        var network = new ScriptedConnector();
        using var host = Build("Production", services =>
        {
            services.AddSingleton<ICouncilCredentials>(credential);
            services.AddHttpClient(ConnectorClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => network);
        }, ("TokenIssuer", issuer), ("OpenIdMetadataUrl", metadata));

        await host.Services.GetRequiredService<IConnectorClient>().SendToConversationAsync(
            new ConnectorAddress("sampleshire", serviceUrl), "a:1", OutboundWorld.Message(), TestContext.Current.CancellationToken);

        Assert.Equal([scope], credential.Asked);
        Assert.Equal("Bearer token", Assert.Single(network.Seen).Authorization);
    }

    private static Council Council(params (string Key, string? Value)[] teams)
    {
        using var host = Build("Production", teams);
        return host.Services.GetRequiredService<CouncilsLookup>().Default;
    }

    private static IHost Build(string environment, params (string Key, string? Value)[] teams) => Build(environment, _ => { }, teams);

    private static IHost Build(string environment, Action<IServiceCollection> more, params (string Key, string? Value)[] teams)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Councils:sampleshire:Teams:AppId"] = TeamsHost.AppId.ToString(),
            ["Councils:sampleshire:Teams:TenantId"] = TeamsHost.TenantId.ToString(),
            ["Councils:sampleshire:Identity:Kind"] = "ManagedIdentity",
        };
        foreach (var (key, value) in teams)
            settings[$"Councils:sampleshire:Teams:{key}"] = value;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddTeams();
        more(builder.Services);
        return builder.Build();
    }

    private sealed class ScopeNoting : TokenCredential, ICouncilCredentials
    {
        public List<string> Asked { get; } = [];

        public TokenCredential For(string council) => this;

        public TokenCredential Renew(string council, TokenCredential refused) => this;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
