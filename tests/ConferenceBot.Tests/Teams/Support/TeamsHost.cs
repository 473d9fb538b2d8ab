using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Councils;
using ConferenceBot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>The Teams wire alone, over real HTTP on loopback, with two councils.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    public static readonly Guid AppId = Guid.Parse("a0000000-0000-4000-8000-000000000001");
    public static readonly Guid TenantId = Guid.Parse("b0000000-0000-4000-8000-000000000001");
    public static readonly Guid OtherAppId = Guid.Parse("a0000000-0000-4000-8000-000000000002");
    public static readonly Guid OtherTenantId = Guid.Parse("b0000000-0000-4000-8000-000000000002");
    public static readonly Guid Person = Guid.Parse("c0000000-0000-4000-8000-000000000001");

    private readonly WebApplication app;
    private readonly ConnectorIssuer issuer;

    private TeamsHost(WebApplication app, ConnectorIssuer issuer)
    {
        this.app = app;
        this.issuer = issuer;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public RecordingTurns Turns => (RecordingTurns)app.Services.GetRequiredService<ITeamsTurns>();

    public FakeTimeProvider Machine => (FakeTimeProvider)app.Services.GetRequiredService<TimeProvider>();

    public IServiceProvider Services => app.Services;

    public string Log => string.Join('\n', app.Services.GetRequiredService<FakeLogCollector>().GetSnapshot().Select(r => $"{r.Message} {r.Exception}"));

    public static Dictionary<string, string?> Settings(string key, Guid appId, Guid tenantId, ConnectorIssuer issuer) => new()
    {
        [$"Councils:{key}:Teams:AppId"] = appId.ToString(),
        [$"Councils:{key}:Teams:TenantId"] = tenantId.ToString(),
        [$"Councils:{key}:Teams:OpenIdMetadataUrl"] = issuer.MetadataUrl,
        [$"Councils:{key}:Teams:TokenIssuer"] = issuer.Issuer,
        [$"Councils:{key}:Teams:AllowedHosts:0"] = "smba.trafficmanager.net",
        [$"Councils:{key}:Teams:AllowedHosts:1"] = "127.0.0.1",
        [$"Councils:{key}:Identity:Kind"] = "LoopbackToken",
        [$"Councils:{key}:Identity:Secret"] = "secret",
        [$"Councils:{key}:Identity:TokenUrl"] = "http://127.0.0.1:1/token",
    };

    public static async Task<TeamsHost> StartAsync(
        ConnectorIssuer issuer, Action<IServiceCollection>? more = null, Dictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.Configuration.AddInMemoryCollection(Settings("sampleshire", AppId, TenantId, issuer));
        builder.Configuration.AddInMemoryCollection(Settings("otherton", OtherAppId, OtherTenantId, issuer));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Councils:sampleshire:Default"] = "true" });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        builder.Services.AddSingleton<ITeamsTurns, RecordingTurns>();
        builder.Services.AddTeams();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new TeamsHost(app, issuer);
    }

    public Council Council(string key = "sampleshire") => app.Services.GetRequiredService<CouncilsLookup>()[key];

    /// <summary>The claims of a good token, valid from ten minutes ago to an hour from now, with changes; a null value removes a claim.</summary>
    public Dictionary<string, object> Claims(params (string Name, object? Value)[] changes)
    {
        var now = Machine.GetUtcNow();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = issuer.Issuer,
            ["aud"] = AppId.ToString(),
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = now.AddMinutes(-10).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in changes)
        {
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value;
        }

        return claims;
    }

    /// <summary>A token signed with the issuer's current key.</summary>
    public string Token(params (string Name, object? Value)[] changes) => Signed(issuer.Current, Claims(changes));

    public static string Signed(SecurityKey key, Dictionary<string, object> claims, string algorithm = SecurityAlgorithms.RsaSha256) =>
        ConnectorIssuer.Sign(claims, new SigningCredentials(key, algorithm));

    public Task<HttpResponseMessage> PostAsync(JsonNode activity, string? token = null) => PostAsync(activity.ToJsonString(), token);

    public async Task<HttpResponseMessage> PostAsync(string body, string? token = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsRegistration.MessagesPath)
        {
            Content = new StringContent(body, Encoding.UTF8, contentType),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token());
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
