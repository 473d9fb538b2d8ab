using System.Collections.Concurrent;
using ConferenceBot.Councils;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Delivery;

/// <summary>The two ways into Teams: speaking to people, and coming to those who do not have the bot yet.</summary>
internal sealed record TeamsWays(TeamsMessages Messages, IInstallations Installations);

/// <summary>The Teams door of one council's lane: calls through the budget, and what a failure means for a delivery.</summary>
internal sealed class LaneDoor(Council council, TeamsWays ways, IStore store, TimeProvider machine, DeliveryOptions options) : IDisposable
{
    /// <summary>Each waits for the store's own patience too, so this is a few minutes.</summary>
    private const int MostSaves = 30;

    private readonly Calls calls = new(machine, options.PerSecond);
    private readonly TeamsMessages messages = ways.Messages;
    private readonly ConcurrentDictionary<PersonId, string> chats = new();

    public DateTimeOffset MachineNow => machine.GetUtcNow();
    public int InFlight => options.InFlight;
    public Pauses Pauses { get; } = new(options.RepeatAfter);

    /// <summary>How long Teams has asked the whole council to wait still.</summary>
    public TimeSpan RestsFor => calls.RestsFor;

    /// <summary>How long until this person's chat takes another call; nothing is lost for others by waiting with it.</summary>
    public TimeSpan BusyFor(PersonId person) => chats.TryGetValue(person, out var chat) ? calls.BusyFor(chat) : TimeSpan.Zero;

    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), machine, cancellationToken);

    /// <summary>Opens the chat with somebody there is none with.</summary>
    public Task<Reached> OpenAsync(PersonId person, CancellationToken cancellationToken) =>
        new Reaching(council, ways, store, calls).OpenAsync(person, cancellationToken);

    /// <returns>The id of the activity; null when the connector gave none.</returns>
    public async Task<string?> SendAsync(Sending.Go go, CancellationToken cancellationToken)
    {
        var chat = chats[go.Copy.Person] = go.Reach.ConversationId!;
        return await calls.MakeAsync(
            chat, () => messages.SendCardAsync(To(go.Reach.ServiceUrl!, chat), chat, go.Message, cancellationToken), cancellationToken);
    }

    public Task UpdateAsync(Sending.Go go, CancellationToken cancellationToken)
    {
        var chat = chats[go.Copy.Person] = go.Copy.ConversationId!;
        return calls.MakeAsync(
            chat, () => messages.UpdateCardAsync(To(go.Reach.ServiceUrl!, chat), chat, go.Copy.ActivityId!, go.Message, cancellationToken),
            cancellationToken);
    }

    /// <summary>
    /// Said once or not at all: it is a courtesy, told twice it puzzles, and nothing hangs on it. A line whose turn does not come soon is
    /// not said either, for somebody is waiting for the turn that it belongs to.
    /// </summary>
    public async Task SayAsync(string serviceUrl, string conversationId, string line, CancellationToken cancellationToken)
    {
        using var soon = new CancellationTokenSource(ConnectorClient.CallTimeout, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, soon.Token);
        try
        {
            await calls.MakeAsync(
                conversationId, () => messages.SayAsync(To(serviceUrl, conversationId), conversationId, line, either.Token), either.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(ConnectorOperation.SendToConversation, null, ConnectorException.TimedOut, DeliveryAdvice.GiveUp, late);
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
                await WaitAsync(Pauses.Short, cancellationToken);
            }
        }
    }

    /// <summary>
    /// A temporary failure waits and tries again for as long as it takes; a conversation that is not valid any more is opened anew; a final
    /// failure is left for the administrator to see.
    /// </summary>
    public CardDelivery AfterFailure(CardDelivery delivery, ConnectorException failure)
    {
        if (failure.Advice != DeliveryAdvice.Retry) Pauses.Ended(delivery.Id);
        var tried = delivery with { Result = failure.SubCode ?? failure.Code ?? failure.Advice.ToString() };
        return failure.Advice switch
        {
            DeliveryAdvice.Retry => tried with { NotBefore = MachineNow + Pauses.AfterFailure(tried.Id, tried.Attempt, failure) },
            DeliveryAdvice.WaitForInstall or DeliveryAdvice.RecreateConversation =>
                tried with { NotBefore = tried.Attempt > 1 ? MachineNow + Pauses.Backoff(tried.Attempt) : MachineNow },
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
            var installed = !forget && delivery.State == DeliveryState.AwaitingInstall && reach is { ConversationId: not null, ServiceUrl: not null, Standing: Standing.Here };
            await session.Deliveries.SaveAsync(installed ? delivery with { State = DeliveryState.Pending } : delivery, cancellationToken);
            return true;
        }, cancellationToken);

    private ConnectorAddress To(string serviceUrl, string conversation) => calls.To(council.Key, serviceUrl, conversation);

    public void Dispose() => calls.Dispose();
}
