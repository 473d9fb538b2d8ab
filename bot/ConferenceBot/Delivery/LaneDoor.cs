using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Delivery;

/// <summary>The Teams door of one council's lane: calls through the budget, and what a failure means for a delivery.</summary>
internal sealed class LaneDoor(Council council, IConnectorClient connector, IStore store, TimeProvider machine, DeliveryOptions options)
    : IDisposable
{
    public static readonly TimeSpan ShortRest = TimeSpan.FromSeconds(2), LongRest = TimeSpan.FromMinutes(15);

    /// <summary>Each waits for the store's own patience too, so this is a few minutes.</summary>
    private const int MostSaves = 30;

    private readonly CallBudget budget = new(options.PerSecond);

    public DateTimeOffset MachineNow => machine.GetUtcNow();
    public int InFlight => options.InFlight;

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

    /// <summary>Opens the chat anew after its id was said not to exist; the delivery stays pending and is tried again with the new id.</summary>
    /// <returns>False when it cannot be opened either.</returns>
    public async Task<bool> RecreateAsync(CouncilKey key, Reach reach, CancellationToken cancellationToken)
    {
        try
        {
            await budget.SpendAsync(reach.ConversationId!, cancellationToken);
            var chat = await connector.CreateConversationAsync(
                new ConnectorAddress(council.Key, reach.ServiceUrl!),
                ConversationParameters.Personal(council.AppId, council.TenantId, reach.Person.Value), cancellationToken);
            await store.WriteAsync(key, async session =>
            {
                var newest = await session.People.FindAsync(reach.Person, cancellationToken) ?? reach;
                await session.People.SaveAsync(newest with { ConversationId = chat.Id }, cancellationToken);
                return true;
            }, cancellationToken);
            return true;
        }
        catch (ConnectorException)
        {
            return false;
        }
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

    /// <summary>A temporary failure waits and tries again for as long as it takes; a final one is left for the administrator to see.</summary>
    public CardDelivery AfterFailure(CardDelivery delivery, ConnectorException failure)
    {
        var tried = delivery with { Result = failure.SubCode ?? failure.Code ?? failure.Advice.ToString() };
        return failure.Advice switch
        {
            DeliveryAdvice.Retry => tried with { NotBefore = failure.RetryAfter is { } rest ? MachineNow + rest : tried.NotBefore },
            DeliveryAdvice.WaitForInstall or DeliveryAdvice.RecreateConversation => tried with { State = DeliveryState.AwaitingInstall },
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
