using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Tests.Delivery;

/// <summary>A connector that counts, and does what the test says during a call.</summary>
internal sealed class Wire : IConnectorClient, IInstallations
{
    private int _sends, _updates;

    public int Sends => _sends;
    public int Updates => _updates;

    /// <summary>With the conversation.</summary>
    public Func<string, Task> OnSend { get; set; } = _ => Task.CompletedTask;
    public Func<Task> OnUpdate { get; set; } = () => Task.CompletedTask;

    public async Task<ResourceResponse> SendToConversationAsync(ConnectorAddress address, string conversationId, Activity activity, CancellationToken ct)
    {
        var number = Interlocked.Increment(ref _sends);
        await OnSend(conversationId);
        return new ResourceResponse { Id = $"activity-{number}" };
    }

    public async Task<ResourceResponse> UpdateActivityAsync(
        ConnectorAddress address, string conversationId, string activityId, Activity activity, CancellationToken ct)
    {
        Interlocked.Increment(ref _updates);
        await OnUpdate();
        return new ResourceResponse { Id = activityId };
    }

    public Task<ConversationResourceResponse> CreateConversationAsync(ConnectorAddress address, ConversationParameters parameters, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task DeleteActivityAsync(ConnectorAddress address, string conversationId, string activityId, CancellationToken ct) => throw new NotSupportedException();

    public Task<Installation> InstallAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken) => throw new NotSupportedException();
}
