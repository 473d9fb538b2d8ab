using Azure.Core;
using Azure.Identity;
using ConferenceBot.Councils;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ConferenceBot.Tests.Teams;

public sealed class TokenRedirectTests
{
    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task The_secret_does_not_follow_a_redirect_of_the_token_endpoint(int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var endpoint = builder.Build();
        var (asked, followed) = (0, 0);
        endpoint.MapPost("/token", (HttpContext http) =>
        {
            asked++;
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/stolen";
        });
        endpoint.Map("/stolen", () => followed++);
        await endpoint.StartAsync();
        using var host = Build(endpoint.Urls.First() + "/token");

        var credential = host.Services.GetRequiredService<ICouncilCredentials>().For("sampleshire");
        await Assert.ThrowsAsync<AuthenticationFailedException>(
            async () => await credential.GetTokenAsync(new TokenRequestContext(["https://api.botframework.com/.default"]), default));
        Assert.Equal((1, 0), (asked, followed));
    }

    private static IHost Build(string tokenUrl)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Councils:sampleshire:Teams:AppId"] = "a0000000-0000-4000-8000-000000000001",
            ["Councils:sampleshire:Teams:TenantId"] = "b0000000-0000-4000-8000-000000000001",
            ["Councils:sampleshire:Identity:Kind"] = "LoopbackToken",
            ["Councils:sampleshire:Identity:Secret"] = "secret",
            ["Councils:sampleshire:Identity:TokenUrl"] = tokenUrl,
        });
        builder.Services.AddCouncils();
        return builder.Build();
    }
}
