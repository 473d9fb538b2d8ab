using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Delivery;

/// <summary>The two ways into Teams: speaking to people, and coming to those who do not have the bot yet.</summary>
internal sealed record TeamsWays(IConnectorClient Connector, IInstallations Installations);

/// <summary>The Teams door of one council's lane: calls through the budget, and what a failure means for a delivery.</summary>
internal sealed class LaneDoor(Council council, TeamsWays ways, IStore store, TimeProvider machine, DeliveryOptions options) : IDisposable
{
    public static readonly TimeSpan ShortRest = TimeSpan.FromSeconds(2), LongRest = TimeSpan.FromMinutes(15);

    /// <summary>Each waits for the store's own patience too, so this is a few minutes.</summary>
    private const int MostSaves = 30;

    private readonly CallBudget budget = new(options.PerSecond);
    private readonly IConnectorClient connector = ways.Connector;

    public DateTimeOffset MachineNow => machine.GetUtcNow();
    public int InFlight => options.InFlight;

    /// <summary>Opens the chat with somebody there is none with.</summary>
    public Task<Reached> OpenAsync(PersonId person, CancellationToken cancellationToken) =>
        new Reaching(council, ways, store, budget).OpenAsync(person, cancellationToken);

    /// <returns>The id of the activity; null when the connector gave none.</returns>
    public async Task<string?> SendAsync(Sending.Go go, CancellationToken cancellationToken)
    {
        await budget.SpendAsync(go.Reach.ConversationId!, cancellationToken);
        var response = await connector.SendToConversationAsync(
            new ConnectorAddress(council.Key, go.Reach.ServiceUrl!), go.Reach.ConversationId!, go.Activity, cancellationToken);
        return response.Id;
    }

    public async Task UpdateAsync(Sending.Go go, CancellationToken cancellationToken)
    {
        await budget.SpendAsync(go.Copy.ConversationId!, cancellationToken);
        await connector.UpdateActivityAsync(
            new ConnectorAddress(council.Key, go.Reach.ServiceUrl!), go.Copy.ConversationId!, go.Copy.ActivityId!, go.Activity,
            cancellationToken);
    }

    public async Task SayAsync(string serviceUrl, string conversationId, string line, CancellationToken cancellationToken)
    {
        await budget.SpendAsync(conversationId, cancellationToken);
        await connector.SendToConversationAsync(
            new ConnectorAddress(council.Key, serviceUrl), conversationId,
            new Activity { Type = ActivityTypes.Message, Text = line, TextFormat = "plain" }, cancellationToken);
    }

    /// <summary>What has been sent is written down even when the store is away for a while: otherwise it would be sent a second time.</summary>
    public async Task PersistAsync(Func<Task> save, CancellationToken cancellationToken)
    {
        for (var left = MostSaves; ; left--)
        {
            try
            {
                await save();
                return;
            }
            catch (AwayException) when (left > 1)
            {
                await Task.Delay(ShortRest, machine, cancellationToken);
            }
        }
    }

    /// <summary>
    /// A temporary failure waits and tries again for as long as it takes; a conversation that is not valid any more is opened anew; a final
    /// failure is left for the administrator to see.
    /// </summary>
    public CardDelivery AfterFailure(CardDelivery delivery, ConnectorException failure)
    {
        var tried = delivery with { Result = failure.SubCode ?? failure.Code ?? failure.Advice.ToString() };
        return failure.Advice switch
        {
            DeliveryAdvice.Retry => tried with { NotBefore = failure.RetryAfter is { } rest ? MachineNow + rest : tried.NotBefore },
            DeliveryAdvice.WaitForInstall or DeliveryAdvice.RecreateConversation =>
                tried with { State = DeliveryState.Pending, NotBefore = tried.Attempt > 1 ? tried.NotBefore : MachineNow },
            DeliveryAdvice.SendNew or DeliveryAdvice.OtherDoor or DeliveryAdvice.GiveUp or DeliveryAdvice.ShrinkCard =>
                tried with { State = DeliveryState.GivenUp },
        };
    }

    /// <summary>
    /// Saves a delivery that was not sent. One that waits for the bot to be installed stays pending when that has happened meanwhile.
    /// </summary>
    /// <param name="forget">The stored conversation is not valid any more; the next validated turn brings a new one.</param>
    public Task<bool> ParkAsync(CouncilKey key, CardDelivery delivery, bool forget, CancellationToken cancellationToken) =>
        store.WriteAsync(key, async session =>
        {
            var reach = await session.People.FindAsync(delivery.Person, cancellationToken);
            if (forget && reach is not null) await session.People.SaveAsync(reach with { ConversationId = null }, cancellationToken);
            var installed = !forget && delivery.State == DeliveryState.AwaitingInstall && reach is { ConversationId: not null, ServiceUrl: not null };
            await session.Deliveries.SaveAsync(installed ? delivery with { State = DeliveryState.Pending } : delivery, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>2, 4, 8 … seconds up to 15 minutes, a fifth of it at random so that many do not come back at once.</summary>
    public static TimeSpan Backoff(int attempt)
    {
        var rest = ShortRest * Math.Pow(2, Math.Min(attempt - 1, 10));
        if (rest > LongRest) rest = LongRest;
        return rest * (0.8 + 0.4 * System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000) / 1000.0);
    }

    public void Dispose() => budget.Dispose();
}
