using ConferenceBot.Councils;
using ConferenceBot.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>The outbound half alone, registered as the host registers it, on a scripted network.</summary>
internal sealed class OutboundWorld : IDisposable
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly IHost host;

    public OutboundWorld()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Councils:sampleshire:Teams:AppId"] = "a0000000-0000-4000-8000-000000000001",
            ["Councils:sampleshire:Teams:TenantId"] = "b0000000-0000-4000-8000-000000000001",
            ["Councils:sampleshire:Teams:AllowedHosts:0"] = "smba.trafficmanager.net",
            ["Councils:sampleshire:Teams:AllowedHosts:1"] = "127.0.0.1",
            ["Councils:sampleshire:Identity:Kind"] = "ManagedIdentity",
        });
        builder.Logging.AddFakeLogging();
        builder.Services.AddSingleton<TimeProvider>(Machine);
        builder.Services.AddTeams();
        builder.Services.AddSingleton<ICouncilCredentials>(Credentials);
        builder.Services.AddHttpClient(ConnectorClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Network);
        host = builder.Build();
        Client = host.Services.GetRequiredService<IConnectorClient>();
    }

    public FakeTimeProvider Machine { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public ScriptedConnector Network { get; } = new();

    public CountingCredentials Credentials { get; } = new();

    public IConnectorClient Client { get; }

    public IReadOnlyList<FakeLogRecord> Log => host.Services.GetRequiredService<FakeLogCollector>().GetSnapshot();

    public static ConnectorAddress Address(string serviceUrl = ServiceUrl) => new("sampleshire", serviceUrl);

    public static Activity Message(string text = "x") => new() { Type = ActivityTypes.Message, Text = text };

    public async Task<ConnectorException> FailAsync(ConnectorOperation operation, int status, string body, params (string Name, string Value)[] headers)
    {
        Network.Answer = (_, _) => Task.FromResult(ScriptedConnector.Json(status, body, headers));
        return await Xunit.Assert.ThrowsAsync<ConnectorException>(() => CallAsync(operation));
    }

    public Task CallAsync(ConnectorOperation operation, string serviceUrl = ServiceUrl, CancellationToken ct = default) => operation switch
    {
        ConnectorOperation.CreateConversation => Client.CreateConversationAsync(Address(serviceUrl), new ConversationParameters(), ct),
        ConnectorOperation.SendToConversation => Client.SendToConversationAsync(Address(serviceUrl), "a:1", Message(), ct),
        ConnectorOperation.UpdateActivity => Client.UpdateActivityAsync(Address(serviceUrl), "a:1", "2", Message(), ct),
        ConnectorOperation.DeleteActivity => Client.DeleteActivityAsync(Address(serviceUrl), "a:1", "2", ct),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public void Dispose() => host.Dispose();
}
