using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Tests.Delivery;

/// <summary>The connector and Graph's installations, from a script. Sends and updates succeed unless a refusal waits.</summary>
internal sealed class ScriptedWays : IConnectorClient, IInstallations
{
    private int _sent;

    /// <summary>Thrown by the next calls, one each.</summary>
    public Queue<ConnectorException> Refusals { get; } = new();

    public List<(ConnectorAddress Address, ConversationParameters Asked)> Created { get; } = [];
    public List<(string Conversation, Activity Activity)> Sent { get; } = [];
    public int Installs { get; private set; }
    public Installation Installation { get; set; } = new Installation.NotOffered();
    public CalendarAwayException? Away { get; set; }
    public Func<Task> OnCreate { get; set; } = () => Task.CompletedTask;

    public async Task<ConversationResourceResponse> CreateConversationAsync(
        ConnectorAddress address, ConversationParameters parameters, CancellationToken ct)
    {
        Created.Add((address, parameters));
        await OnCreate();
        Refuse();
        return new ConversationResourceResponse { Id = "a:new", ServiceUrl = "https://smba.trafficmanager.net/emea/" };
    }

    public Task<ResourceResponse> SendToConversationAsync(ConnectorAddress address, string conversationId, Activity activity, CancellationToken ct)
    {
        Sent.Add((conversationId, activity));
        Refuse();
        return Task.FromResult(new ResourceResponse { Id = $"activity-{++_sent}" });
    }

    public Task<ResourceResponse> UpdateActivityAsync(
        ConnectorAddress address, string conversationId, string activityId, Activity activity, CancellationToken ct)
    {
        Refuse();
        return Task.FromResult(new ResourceResponse { Id = activityId });
    }

    public Task DeleteActivityAsync(ConnectorAddress address, string conversationId, string activityId, CancellationToken ct) => Task.CompletedTask;

    public Task<Installation> InstallAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken)
    {
        Installs++;
        return Away is null ? Task.FromResult(Installation) : throw Away;
    }

    private void Refuse()
    {
        if (Refusals.TryDequeue(out var refusal)) throw refusal;
    }
}

internal static class Councils
{
    public static Council Sampleshire { get; } = Council.From("sampleshire", new CouncilOptions
    {
        Teams = new TeamsOptions { AppId = "a0000000-0000-4000-8000-000000000001", TenantId = "b0000000-0000-4000-8000-000000000001" },
        Identity = new IdentityOptions { Kind = "ManagedIdentity" },
    }, isDefault: true);
}
