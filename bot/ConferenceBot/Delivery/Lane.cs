using System.Collections.Concurrent;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Delivery;

/// <summary>
/// One council's way out: sends what is pending and updates cards until the version shown equals the version wanted. A few
/// conversations at once, each in order; every call through the budget. It knows no rule about conferences.
/// </summary>
internal sealed partial class Lane(
    Council council, IStore store, IRuleClocks clocks, LaneDoor door, ILogger<Lane> logger) : IDisposable
{
    private const int AtOnce = 200;
    private readonly CouncilKey key = new(council.Key);
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> resting = new();

    /// <summary>Runs until nothing is left that may be sent now. Calls while it runs wait and then look again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            while (await RoundAsync(cancellationToken))
            {
            }
        }
        finally
        {
            one.Release();
        }
    }

    public Task SayAsync(string serviceUrl, string conversationId, string line, CancellationToken cancellationToken) =>
        door.SayAsync(serviceUrl, conversationId, line, cancellationToken);

    /// <summary>How many cards wait to be sent or updated, whether or not they may be tried now.</summary>
    public Task<(int Pending, int OutOfDate)> WaitingAsync(CancellationToken cancellationToken) => store.ReadAsync(key, async session =>
    {
        var counts = await session.Deliveries.CountAsync(cancellationToken);
        var outOfDate = await session.Cards.OutOfDateAsync(AtOnce, cancellationToken);
        return (counts.GetValueOrDefault(DeliveryState.Pending), outOfDate.Count);
    }, cancellationToken);

    private async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        var now = door.MachineNow;
        await HideTextAsync(now, cancellationToken);
        var (pending, outOfDate) = await store.ReadAsync(key, async session => (
            await session.Deliveries.PendingAsync(now, AtOnce, cancellationToken),
            await session.Cards.OutOfDateAsync(AtOnce, cancellationToken)), cancellationToken);
        var work = pending.Select(d => (d.Person, Delivery: (CardDelivery?)d, Card: d.Card))
            .Concat(outOfDate.Where(c => !IsResting(c.Id, now)).Select(c => (c.Person, Delivery: (CardDelivery?)null, Card: c.Id)))
            .GroupBy(w => w.Person).ToList();
        if (work.Count == 0) return false;
        await Parallel.ForEachAsync(
            work, new ParallelOptions { MaxDegreeOfParallelism = door.InFlight, CancellationToken = cancellationToken },
            async (person, ct) =>
            {
                foreach (var (_, delivery, card) in person)
                    await (delivery is null ? UpdateAsync(card, ct) : SendAsync(delivery, ct));
            });
        return true;
    }

    private async Task SendAsync(CardDelivery delivery, CancellationToken cancellationToken)
    {
        var sending = await PrepareAsync(delivery.Card, delivery.Toast, cancellationToken);
        if (sending is not Sending.Go go)
        {
            var state = sending is Sending.NotInstalled ? DeliveryState.AwaitingInstall : DeliveryState.NotNeeded;
            await SaveAsync(delivery with { State = state, Result = state.ToString() }, null, cancellationToken);
            return;
        }

        try
        {
            var activityId = await door.SendAsync(go, cancellationToken);
            await SaveAsync(
                delivery with { State = DeliveryState.Sent, Attempt = delivery.Attempt + 1, Result = "sent" },
                copy => copy with { ActivityId = activityId, ConversationId = go.Reach.ConversationId, Shown = go.Copy.Version, Lost = activityId is null },
                cancellationToken);
        }
        catch (ConnectorException failure)
        {
            SendFailed(delivery.Id, failure.Code ?? failure.Advice.ToString(), delivery.Attempt + 1);
            await SaveAsync(door.AfterFailure(delivery, failure), null, cancellationToken);
            if (failure.Advice == DeliveryAdvice.WaitForInstall) await door.ForgetConversationAsync(key, delivery.Person, cancellationToken);
        }
    }

    private async Task UpdateAsync(Guid card, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(card, null, cancellationToken) is not Sending.Go go)
        {
            resting[card] = door.MachineNow + LaneDoor.LongRest;
            return;
        }

        try
        {
            await door.UpdateAsync(go, cancellationToken);
            await SaveAsync(null, copy => copy with { Shown = Math.Max(copy.Shown, go.Copy.Version) }, cancellationToken, card);
        }
        catch (ConnectorException failure)
        {
            UpdateFailed(card, failure.Code ?? failure.Advice.ToString());
            if (failure.Advice == DeliveryAdvice.Retry) resting[card] = door.MachineNow + (failure.RetryAfter ?? LaneDoor.ShortRest);
            else await SaveAsync(null, copy => copy with { Lost = true }, cancellationToken, card);
        }
    }

    private Task<Sending> PrepareAsync(Guid card, ToastKind? toast, CancellationToken cancellationToken) => store.ReadAsync(
        key, session => Sending.PrepareAsync(session, card, toast, clocks.Of(key), cancellationToken), cancellationToken);

    private Task<bool> SaveAsync(
        CardDelivery? delivery, Func<CardCopy, CardCopy>? change, CancellationToken cancellationToken, Guid? card = null) =>
        store.WriteAsync(key, async session =>
        {
            if (delivery is not null) await session.Deliveries.SaveAsync(delivery, cancellationToken);
            if (change is not null && await session.Cards.FindAsync(card ?? delivery!.Card, cancellationToken) is { } copy)
                await session.Cards.SaveAsync(change(copy), cancellationToken);
            return true;
        }, cancellationToken);

    private Task<bool> HideTextAsync(DateTimeOffset now, CancellationToken cancellationToken) => store.WriteAsync(key, async session =>
    {
        foreach (var copy in await session.Cards.TextToHideAsync(now, cancellationToken))
            await session.Cards.SaveAsync(copy with { HideTextAt = null, Version = copy.Version + 1 }, cancellationToken);
        return true;
    }, cancellationToken);

    private bool IsResting(Guid card, DateTimeOffset now) =>
        resting.TryGetValue(card, out var until) && (until > now || !resting.TryRemove(card, out _));

    public void Dispose() => one.Dispose();

    [LoggerMessage(6001, LogLevel.Warning, "Delivery {Delivery} was not sent: {Code}, attempt {Attempt}.")]
    private partial void SendFailed(Guid delivery, string code, int attempt);

    [LoggerMessage(6002, LogLevel.Warning, "Card {Card} was not updated: {Code}.")]
    private partial void UpdateFailed(Guid card, string code);
}
