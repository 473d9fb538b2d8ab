using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Calendars;
using ConferenceBot.Calendars.Notifications;
using ConferenceBot.Clockwork;
using ConferenceBot.Councils;
using ConferenceBot.Delivery;
using ConferenceBot.Domain;
using ConferenceBot.Operations;
using ConferenceBot.People;
using ConferenceBot.Store;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Store;
using ConferenceBot.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>
/// The whole host in this process, as Program composes it, on a server without a network: real token checks, real workflows, a real
/// store. Machine time is moved by hand, nothing runs by the clock, and what leaves for Teams is recorded.
/// </summary>
internal sealed class WholeBot : IAsyncDisposable
{
    public static readonly Guid Administrator = Guid.Parse("d0000000-0000-4000-8000-000000000003");

    private readonly WebApplication app;
    private readonly ConnectorIssuer issuer;
    private readonly string folder;
    private readonly bool ownsFolder;

    private WholeBot(WebApplication app, ConnectorIssuer issuer, string folder, bool ownsFolder)
    {
        (this.app, this.issuer, this.folder, this.ownsFolder) = (app, issuer, folder, ownsFolder);
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public FakeTimeProvider Machine => (FakeTimeProvider)app.Services.GetRequiredService<TimeProvider>();

    /// <summary>What left for Teams.</summary>
    public ScriptedConnector Network => app.Services.GetRequiredService<ScriptedConnector>();

    public GatedStore Store => (GatedStore)app.Services.GetRequiredService<IStore>();

    public FakeLogCollector Logs => app.Services.GetRequiredService<FakeLogCollector>();

    public IServiceProvider Services => app.Services;

    /// <param name="silent">Nothing is sent to Teams, and the framework logs from Information on.</param>
    /// <param name="more">Settings beyond the usual ones, or instead of them.</param>
    /// <param name="replace">Replaces services last of all.</param>
    /// <param name="in">A folder to share with an earlier bot; null makes one that goes with the bot.</param>
    public static async Task<WholeBot> StartAsync(
        bool silent = false, IEnumerable<KeyValuePair<string, string?>>? more = null, Action<IServiceCollection>? replace = null, string? @in = null)
    {
        var issuer = await ConnectorIssuer.StartAsync();
        var folder = @in ?? StoreHost.NewFolder();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddFakeLogging().SetMinimumLevel(LogLevel.Debug);
        builder.Logging.AddFilter("Microsoft", silent ? LogLevel.Information : LogLevel.Debug);
        builder.Configuration.AddInMemoryCollection(Settings(issuer, folder).Concat(more ?? []).GroupBy(pair => pair.Key).Select(pairs => pairs.Last()));
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(StoreHost.Now)).AddSingleton<ScriptedConnector>();
        services
            .AddWorkflows()
            .AddStore(builder.Configuration)
            .AddCalendars(builder.Configuration)
            .AddNotifications()
            .AddPeople(builder.Configuration)
            .AddInstallations()
            .AddTeams()
            .AddSingleton<ITeamsTurns, TeamsTurns>()
            .AddDelivery(builder.Configuration)
            .AddClockwork(builder.Configuration)
            .AddOperations();
        services.AddSingleton<EfStore>().AddSingleton<IStore>(provider => new GatedStore(provider.GetRequiredService<EfStore>()));
        services.AddSingleton<ICouncilCredentials, CountingCredentials>();
        services.AddHttpClient(ConnectorClient.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<ScriptedConnector>());
        if (silent)
            services.AddSingleton<IDeliveries, SilentDeliveries>();
        replace?.Invoke(services);
        foreach (var engine in services.Where(s => s.ImplementationType?.Name.Contains("Quartz", StringComparison.Ordinal) == true && s.ServiceType.Name == "IHostedService").ToList())
            services.Remove(engine);
        var app = builder.Build();
        app.MapTeams().MapNotifications().MapClockwork().MapOperations();
        await app.StartAsync();
        return new WholeBot(app, issuer, folder, ownsFolder: @in is null);
    }

    /// <summary>A token signed now, good for an hour.</summary>
    public string Token(string serviceUrl = TeamsHost.ServiceUrl)
    {
        var now = Machine.GetUtcNow();
        return ConnectorIssuer.Sign(
            new()
            {
                ["iss"] = issuer.Issuer,
                ["aud"] = TeamsHost.AppId.ToString(),
                ["serviceurl"] = serviceUrl,
                ["nbf"] = now.AddMinutes(-10).ToUnixTimeSeconds(),
                ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            },
            new SigningCredentials(issuer.Current, SecurityAlgorithms.RsaSha256));
    }

    public async Task<(int Status, JsonNode? Body)> PostAsync(JsonNode activity, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsRegistration.MessagesPath)
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token());
        using var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    public Task WriteAsync(Func<IStoreSession, Task> work) => Store.WriteAsync(
        StoreHost.Here,
        async session =>
        {
            await work(session);
            return true;
        },
        default);

    public Task<T> ReadAsync<T>(Func<IStoreSession, Task<T>> work) => Store.ReadAsync(StoreHost.Here, work, default);

    /// <summary>Rows that a question about the database counts.</summary>
    public long Count(string sql) => StoreHost.Ask<long>(StoreHost.FileIn(folder), sql);

    /// <summary>Does something to the database behind everybody's back.</summary>
    public void Break(string sql) => StoreHost.Ask<object>(StoreHost.FileIn(folder), sql);

    /// <summary>Sends what is waiting, as the lane's job does.</summary>
    public Task DeliverAsync() => app.Services.GetRequiredService<IDeliveries>().RunAsync(StoreHost.Here, default);

    /// <summary>Looks until the fact is there.</summary>
    public async Task UntilAsync(Func<bool> fact)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (!fact())
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await issuer.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (ownsFolder) Directory.Delete(folder, recursive: true);
    }

    private static Dictionary<string, string?> Settings(ConnectorIssuer issuer, string folder) =>
        new(TeamsHost.Settings(StoreHost.Here.Value, TeamsHost.AppId, TeamsHost.TenantId, issuer))
        {
            ["Store:ConnectionString"] = $"Data Source={StoreHost.FileIn(folder)}",
            ["Protection:AuditKey"] = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()),
            ["Councils:sampleshire:Graph:BaseUrl"] = "http://127.0.0.1:1/v1.0",
            ["Councils:sampleshire:Calendars:Mailboxes:0"] = "conferences@sampleshire.example",
            ["Councils:sampleshire:Calendars:Recognition:Categories:0"] = "Child protection conference",
            ["Councils:sampleshire:People:Agencies:0:Key"] = "school",
            ["Councils:sampleshire:People:Agencies:0:Name"] = "Ysgol Gŵyr",
            ["Councils:sampleshire:People:Agencies:0:Kind"] = "School",
            ["Councils:sampleshire:People:Agencies:0:GroupId"] = "d0000000-0000-4000-8000-000000000001",
            ["Councils:sampleshire:People:Chairs:GroupId"] = "d0000000-0000-4000-8000-000000000002",
            ["Councils:sampleshire:People:Administrators:0"] = Administrator.ToString(),
            ["Councils:sampleshire:Procedure:DutyNumber"] = "01632 960 001",
        };
}

/// <summary>The real store behind a gate that a test can close for whoever wants to write.</summary>
internal sealed class GatedStore(IStore inner) : IStore
{
    private TaskCompletionSource reached = new();

    /// <summary>Waited for before every write while set.</summary>
    public Task? Gate { get; set; }

    public long Changes => inner.Changes;

    /// <summary>Ends when somebody stands at the gate.</summary>
    public Task Reached => reached.Task;

    public Task<T> ReadAsync<T>(CouncilKey council, Func<IStoreSession, Task<T>> work, CancellationToken cancellationToken) =>
        inner.ReadAsync(council, work, cancellationToken);

    public async Task<T> WriteAsync<T>(CouncilKey council, Func<IStoreSession, Task<T>> work, CancellationToken cancellationToken)
    {
        if (Gate is { } gate)
        {
            reached.TrySetResult();
            await gate;
        }

        return await inner.WriteAsync(council, work, cancellationToken);
    }
}

/// <summary>Sends nothing.</summary>
internal sealed class SilentDeliveries : IDeliveries
{
    public void Wake(CouncilKey council)
    {
    }

    public Task RunAsync(CouncilKey council, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SayAsync(CouncilKey council, string serviceUrl, string conversationId, string line, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<(int Pending, int OutOfDate)> WaitingAsync(CouncilKey council, CancellationToken cancellationToken) => Task.FromResult((0, 0));
}
