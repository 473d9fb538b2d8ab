using Azure.Core;
using Azure.Identity;
using ConferenceBot.Councils;
using ConferenceBot.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class CouncilSettingsTests
{
    private const string AppId = "a0000000-0000-4000-8000-000000000001";
    private const string TenantId = "b0000000-0000-4000-8000-000000000001";

    [Fact]
    public void A_single_council_needs_an_app_a_tenant_and_an_identity_and_is_the_default()
    {
        using var host = Build("Production", Good("sampleshire"));
        var councils = host.Services.GetRequiredService<CouncilsLookup>();

        Assert.Equal("sampleshire", councils.Default.Key);
        Assert.Same(councils.Default, councils.FindByAppId(Guid.Parse(AppId)));
        Assert.Same(councils.Default, councils["sampleshire"]);
        Assert.Null(councils.Find("elsewhere"));
        Assert.Null(councils.FindByAppId(Guid.Empty));
        Assert.Throws<KeyNotFoundException>(() => councils["elsewhere"]);
        Assert.Equal(ConnectorCloud.Public.AllowedHosts, councils.Default.AllowedHosts);
        Assert.Equal((AppId, TenantId), (councils.Default.Identity.ClientId, councils.Default.Identity.TenantId));
    }

    [Fact]
    public async Task Every_bad_key_is_named_at_once_and_the_host_does_not_start()
    {
        using var host = Build("Production", new()
        {
            ["Councils:x:Default"] = "perhaps",
            ["Councils:x:Teams:AppId"] = "me",
            ["Councils:x:Teams:OpenIdMetadataUrl"] = "http://login.example/metadata",
            ["Councils:x:Teams:TokenIssuer"] = "issuer",
            ["Councils:x:Teams:AllowedHosts:0"] = "trafficmanager.net",
            ["Councils:x:Teams:AllowedHosts:1"] = "https://host.example/",
            ["Councils:x:Teams:AllowedHosts:2"] = "127.0.0.1",
            ["Councils:x:Teams:AllowedHosts:3"] = "com",
            ["Councils:x:Identity:Kind"] = "LoopbackToken",
            ["Councils:x:Identity:ClientId"] = "me",
            ["Councils:x:Identity:TokenUrl"] = "https://login.example/token",
            ["Councils:Bad Key:Identity:Kind"] = "Password",
            ["Councils:third:Identity:Kind"] = "1",
            ["Councils:fourth:Identity:Kind"] = "Certificate",
            ["Councils:fourth:Identity:CertificatePath"] = "/no/such/file",
            ["Councils:fourth:Identity:TenantId"] = "no tenant",
        });

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                "Councils", "Councils:Bad Key", "Councils:Bad Key:Identity:Kind", "Councils:Bad Key:Teams:AppId", "Councils:Bad Key:Teams:TenantId",
                "Councils:fourth:Identity:CertificatePath", "Councils:fourth:Identity:TenantId", "Councils:fourth:Teams:AppId",
                "Councils:fourth:Teams:TenantId", "Councils:third:Identity:Kind", "Councils:third:Teams:AppId", "Councils:third:Teams:TenantId",
                "Councils:x:Default", "Councils:x:Identity:ClientId", "Councils:x:Identity:Kind", "Councils:x:Identity:Secret",
                "Councils:x:Identity:TokenUrl", "Councils:x:Teams:AllowedHosts:0", "Councils:x:Teams:AllowedHosts:1",
                "Councils:x:Teams:AllowedHosts:2", "Councils:x:Teams:AllowedHosts:3", "Councils:x:Teams:AppId",
                "Councils:x:Teams:OpenIdMetadataUrl", "Councils:x:Teams:TenantId", "Councils:x:Teams:TokenIssuer",
            ],
            failure.Failures.Select(f => f[..f.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5210/keys", "Development", true)]
    [InlineData("http://127.0.0.1:5210/keys", "Production", false)]
    [InlineData("https://127.0.0.1:5210/keys", "Production", false)]
    [InlineData("http://login.example/keys", "Development", false)]
    [InlineData("https://login.example/keys", "Production", true)]
    public void Loopback_addresses_are_for_Development(string url, string environment, bool accepted)
    {
        var settings = Good("x");
        settings["Councils:x:Teams:OpenIdMetadataUrl"] = url;
        using var host = Build(environment, settings);
        if (accepted)
            Assert.Equal(url, host.Services.GetRequiredService<CouncilsLookup>().Default.OpenIdMetadataUrl.AbsoluteUri);
        else
            Assert.Throws<OptionsValidationException>(host.Services.GetRequiredService<CouncilsLookup>);
    }

    [Fact]
    public void Of_several_councils_exactly_one_is_the_default_and_no_two_share_an_app()
    {
        Assert.Equal("Councils: at least one council is required", Failures([]));
        Assert.Contains("none has", Failures(Two(first: null, second: "false")), StringComparison.Ordinal);
        Assert.StartsWith("Councils:one:Default, Councils:two:Default:", Failures(Two("true", "true")), StringComparison.Ordinal);
        Assert.StartsWith("Councils:one:Teams:AppId, Councils:two:Teams:AppId:", Failures(Two("true", null, AppId.ToUpperInvariant())), StringComparison.Ordinal);
        using var host = Build("Production", Two("false", "true"));
        Assert.Equal("two", host.Services.GetRequiredService<CouncilsLookup>().Default.Key);

        static string Failures(Dictionary<string, string?> settings)
        {
            using var host = Build("Production", settings);
            return Assert.Single(Assert.Throws<OptionsValidationException>(host.Services.GetRequiredService<CouncilsLookup>).Failures);
        }

        static Dictionary<string, string?> Two(string? first, string? second, string app = "a0000000-0000-4000-8000-000000000002") =>
            new(Good("one").Concat(Good("two", app)))
            {
                ["Councils:one:Default"] = first,
                ["Councils:two:Default"] = second,
            };
    }

    [Theory]
    [InlineData("ManagedIdentity", typeof(ManagedIdentityCredential))]
    [InlineData("Secret", typeof(ClientSecretCredential))]
    [InlineData("FederatedAssertion", typeof(ClientAssertionCredential))]
    [InlineData("Certificate", typeof(ClientCertificateCredential))]
    [InlineData("LoopbackToken", typeof(LoopbackTokenCredential))]
    public void Each_kind_of_identity_has_its_credential_until_that_is_renewed(string kind, Type expected)
    {
        var settings = Good("x");
        settings["Councils:x:Identity:Kind"] = kind;
        settings["Councils:x:Identity:Secret"] = "secret";
        settings["Councils:x:Identity:CertificatePath"] = typeof(CouncilSettingsTests).Assembly.Location;
        settings["Councils:x:Identity:TokenUrl"] = "http://127.0.0.1:5210/token";
        using var host = Build("Development", settings);
        var credentials = host.Services.GetRequiredService<ICouncilCredentials>();

        var first = credentials.For("x");
        Assert.IsType(expected, first);
        Assert.Same(first, credentials.For("x"));
        TokenCredential renewed = credentials.Renew("x", first);
        Assert.NotSame(first, renewed);
        Assert.Same(renewed, credentials.Renew("x", first));
        Assert.Same(renewed, credentials.For("x"));
    }

    private static Dictionary<string, string?> Good(string key, string appId = AppId) => new()
    {
        [$"Councils:{key}:Teams:AppId"] = appId,
        [$"Councils:{key}:Teams:TenantId"] = TenantId,
        [$"Councils:{key}:Identity:Kind"] = "ManagedIdentity",
    };

    private static IHost Build(string environment, Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddTeams();
        return builder.Build();
    }
}
