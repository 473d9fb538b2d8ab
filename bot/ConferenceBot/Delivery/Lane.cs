using System.Collections.Concurrent;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.People;
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
    private const int AtOnce = 200, PerRound = 5;
    private static readonly TimeSpan LongestSatOut = TimeSpan.FromSeconds(15);
    private readonly CouncilKey key = new(council.Key);
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Until, PersonId Person, int Tries)> resting = new();
    private TaskCompletionSource asked = new();

    /// <summary>Runs until nothing is left that may be sent now. Calls while it runs wait and then look again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        asked.TrySetResult();
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

    /// <summary>
    /// How many cards wait to be sent or updated, whether or not they may be tried now. Those of somebody whose account is closed or has no Teams
    /// wait for the person, as a delivery that awaits the installation does, and are not counted.
    /// </summary>
    public Task<(int Pending, int OutOfDate)> WaitingAsync(CancellationToken cancellationToken) => store.ReadAsync(key, async session =>
    {
        var counts = await session.Deliveries.CountAsync(cancellationToken);
        var outOfDate = await session.Cards.OutOfDateAsync(AtOnce, cancellationToken);
        var reachable = new Dictionary<PersonId, bool>();
        foreach (var person in outOfDate.Select(copy => copy.Person).Distinct())
            reachable[person] = await session.People.FindAsync(person, cancellationToken) is null or { Standing: Standing.Here };
        return (counts.GetValueOrDefault(DeliveryState.Pending), outOfDate.Count(copy => reachable[copy.Person]));
    }, cancellationToken);

    private async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var now = door.MachineNow;
        await HideTextAsync(now, cancellationToken);
        foreach (var (card, rest) in resting)
            if (rest.Until + Pauses.Longest < now) resting.TryRemove(card, out _);
        var (pending, outOfDate) = await store.ReadAsync(key, async session => (
            await session.Deliveries.PendingAsync(now, AtOnce, cancellationToken),
            await session.Cards.OutOfDateAsync(AtOnce + resting.Count, cancellationToken)), cancellationToken);
        var work = pending.Where(d => !IsResting(d.Card, now)).Select(d => (d.Person, Delivery: (CardDelivery?)d, Card: d.Card))
            .Concat(outOfDate.Where(c => !IsResting(c.Id, now)).Select(c => (c.Person, Delivery: (CardDelivery?)null, Card: c.Id)))
            .GroupBy(w => w.Person).ToList();
        if (work.Count == 0) return false;
        if (door.RestsFor is var rests && rests > TimeSpan.Zero)
        {
            // A short rest is sat out, so that what waits goes at its very end; after a longer one the job comes by.
            if (rests > LongestSatOut) return false;
            await WaitAsync(rests, cancellationToken);
            return true;
        }

        var free = work.Where(person => door.BusyFor(person.Key) == TimeSpan.Zero).ToList();
        if (free.Count == 0)
        {
            await WaitAsync(work.Min(person => door.BusyFor(person.Key)), cancellationToken);
            return true;
        }

        await Parallel.ForEachAsync(
            free, new ParallelOptions { MaxDegreeOfParallelism = door.InFlight, CancellationToken = cancellationToken },
            async (person, ct) =>
            {
                foreach (var (_, delivery, card) in person.Take(PerRound))
                {
                    if (door.RestsFor > TimeSpan.Zero || door.BusyFor(person.Key) > TimeSpan.Zero) break;
                    await OneAsync(delivery, card, person.Key, ct);
                }
            });
        return true;
    }

    /// <summary>Nothing of what there is may go yet; whoever wakes the lane ends the wait, for there may be something else.</summary>
    private async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(asked.Task, door.WaitAsync(time, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>One send or update; whatever is wrong with it rests and holds up no other.</summary>
    private async Task OneAsync(CardDelivery? delivery, Guid card, PersonId person, CancellationToken cancellationToken)
    {
        try
        {
            await (delivery is null ? UpdateAsync(card, person, cancellationToken) : SendAsync(delivery, cancellationToken));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            ItemFailed(card, problem.GetType().Name);
            Rest(card, person, problem is AwayException ? Pauses.Short : Pauses.Long);
        }
    }

    /// <summary>The next try is written before the call, so that a crash or a store that cannot write repeats it late, not at once.</summary>
    private async Task SendAsync(CardDelivery delivery, CancellationToken cancellationToken)
    {
        var sending = await PrepareAsync(delivery.Card, delivery.Toast, cancellationToken);
        if (sending is Sending.NotNeeded)
        {
            await door.ParkAsync(
                key, delivery with { State = DeliveryState.NotNeeded, Result = nameof(DeliveryState.NotNeeded) }, forget: false, cancellationToken);
            return;
        }

        delivery = delivery with
        {
            State = DeliveryState.Pending,
            Attempt = delivery.Attempt + 1,
            NotBefore = door.MachineNow + door.Pauses.BeforeCall(delivery.Id),
        };
        await SaveAsync(delivery, null, cancellationToken);
        try
        {
            if (sending is Sending.NotInstalled)
            {
                if (await door.OpenAsync(delivery.Person, cancellationToken) is Reached.NotYet wait)
                {
                    NotReached(delivery.Id, wait.Code);
                    var parked = delivery with { State = DeliveryState.AwaitingInstall, Result = wait.Code, NotBefore = door.MachineNow + wait.Rest };
                    await door.ParkAsync(key, parked, forget: false, cancellationToken);
                    return;
                }

                sending = await PrepareAsync(delivery.Card, delivery.Toast, cancellationToken);
            }

            if (sending is not Sending.Go go) return;
            var activityId = await door.SendAsync(go, cancellationToken);
            await door.PersistAsync(() => SaveAsync(
                delivery with { State = DeliveryState.Sent, Result = "sent" },
                copy => copy with { ActivityId = activityId, ConversationId = go.Reach.ConversationId, Shown = go.Copy.Version, Lost = activityId is null },
                CancellationToken.None), cancellationToken);
            door.Pauses.Ended(delivery.Id);
            WakeOthers(delivery.Person);
        }
        catch (ConnectorException failure)
        {
            SendFailed(delivery.Id, failure.Code ?? failure.Advice.ToString(), delivery.Attempt);
            var forget = failure.Advice is DeliveryAdvice.WaitForInstall or DeliveryAdvice.RecreateConversation;
            await door.ParkAsync(key, door.AfterFailure(delivery, failure), forget, cancellationToken);
        }
    }

    private async Task UpdateAsync(Guid card, PersonId person, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(card, null, cancellationToken) is not Sending.Go go)
        {
            Rest(card, person, Pauses.Long);
            return;
        }

        try
        {
            await door.UpdateAsync(go, cancellationToken);
            await SaveAsync(null, copy => copy with { Shown = Math.Max(copy.Shown, go.Copy.Version) }, CancellationToken.None, card);
            resting.TryRemove(card, out _);
        }
        catch (ConnectorException failure)
        {
            UpdateFailed(card, failure.Code ?? failure.Advice.ToString());
            if (failure.Advice == DeliveryAdvice.SendNew) await SaveAsync(null, copy => copy with { Lost = true }, cancellationToken, card);
            else Rest(card, person, Pauses.AfterFailure(resting.GetValueOrDefault(card).Tries + 1, failure));
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
        resting.TryGetValue(card, out var rest) && rest.Until > now;

    private void Rest(Guid card, PersonId person, TimeSpan rest) =>
        resting[card] = (door.MachineNow + rest, person, resting.GetValueOrDefault(card).Tries + 1);

    /// <summary>A card has arrived: whatever kept the person's other cards from being updated may be over too.</summary>
    private void WakeOthers(PersonId person)
    {
        foreach (var (card, rest) in resting)
            if (rest.Person == person) resting.TryRemove(card, out _);
    }

    public void Dispose() => one.Dispose();

    [LoggerMessage(6001, LogLevel.Warning, "Delivery {Delivery} was not sent: {Code}, attempt {Attempt}.")]
    private partial void SendFailed(Guid delivery, string code, int attempt);

    [LoggerMessage(6006, LogLevel.Information, "Delivery {Delivery} waits: the bot is not installed, {Code}.")]
    private partial void NotReached(Guid delivery, string code);

    [LoggerMessage(6005, LogLevel.Error, "Card {Card} could not be sent or updated: {Problem}; it is tried again later.")]
    private partial void ItemFailed(Guid card, string problem);

    [LoggerMessage(6002, LogLevel.Warning, "Card {Card} was not updated: {Code}.")]
    private partial void UpdateFailed(Guid card, string code);
}
