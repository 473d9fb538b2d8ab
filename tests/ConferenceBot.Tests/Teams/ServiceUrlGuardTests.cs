using ConferenceBot.Councils;
using ConferenceBot.Teams;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class ServiceUrlGuardTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.TrafficManager.net/emea/b0000000-0000-4000-8000-000000000001/")]
    [InlineData("https://smba.trafficmanager.net:443/emea/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams")]
    [InlineData("https://europe.api.botframework.com/")]
    [InlineData("https://botframework.com")]
    public void Microsofts_connectors_are_allowed(string url) => Assert.Null(ServiceUrlGuard.Check(url, Council(), development: false));

    [Theory]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("ftp://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.tld/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.tld/")]
    [InlineData("https://botframework.com@evil.tld/")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net/emea?x=1")]
    [InlineData("https://smba.trafficmanager.net/emea#x")]
    [InlineData("https://smba.trafficmanager.net./emea")]
    [InlineData("https://evil.tld\\@smba.trafficmanager.net/")]
    [InlineData("https://evil.tld/smba.trafficmanager.net")]
    [InlineData("https://microsoft.com/")]
    [InlineData("https://127.0.0.1/")]
    public void Everything_else_is_not_even_in_Development(string url)
    {
        Assert.NotNull(ServiceUrlGuard.Check(url, Council(), development: false));
        Assert.NotNull(ServiceUrlGuard.Check(url, Council(), development: true));
    }

    [Fact]
    public void An_address_that_is_missing_is_refused() => Assert.Equal(ServiceUrlFault.NotAbsolute, ServiceUrlGuard.Check((string?)null, Council(), true));

    [Theory]
    [InlineData("http://127.0.0.1:5210/connector/", true, true)]
    [InlineData("https://localhost:5210/connector/", true, true)]
    [InlineData("http://127.0.0.1:5210/connector/", false, false)]
    [InlineData("http://127.0.0.2:5210/connector/", true, false)]
    [InlineData("http://127.0.0.1.evil.tld:5210/", true, false)]
    [InlineData("http://localhost.evil.tld/", true, false)]
    [InlineData("http://smba.trafficmanager.net/", true, false)]
    public void Plain_http_is_for_a_listed_loopback_host_in_Development(string url, bool development, bool allowed) =>
        Assert.Equal(allowed, ServiceUrlGuard.Check(url, Council("127.0.0.1", "localhost", "smba.trafficmanager.net"), development) is null);

    private static Council Council(params string[] hosts) => new()
    {
        Key = "sampleshire",
        IsDefault = true,
        AppId = Guid.Parse("a0000000-0000-4000-8000-000000000001"),
        TenantId = Guid.Parse("b0000000-0000-4000-8000-000000000001"),
        OpenIdMetadataUrl = new Uri(ConnectorCloud.Public.MetadataUrl),
        TokenIssuer = ConnectorCloud.Public.TokenIssuer,
        AllowedHosts = hosts.Length > 0 ? hosts : ConnectorCloud.Public.AllowedHosts,
        IdentityKind = IdentityKind.ManagedIdentity,
        Identity = new IdentityOptions(),
    };
}
