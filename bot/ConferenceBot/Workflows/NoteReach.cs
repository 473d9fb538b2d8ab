namespace ConferenceBot.Workflows;

/// <summary>Notes how a person is reached in Teams, from a validated turn, and releases what waited for it.</summary>
internal sealed class NoteReach(IStore store, TimeProvider machine, TellOfRemoval removal)
{
    /// <summary>Refreshes the personal conversation of the actor; writes only when something has changed or waits.</summary>
    public async Task NoteAsync(
        Actor actor, string conversationId, string serviceUrl, string? locale, CancellationToken cancellationToken)
    {
        var (known, waiting) = await store.ReadAsync(actor.Council, async session => (
            await session.People.FindAsync(actor.Person, cancellationToken), await UnsentAsync(session, actor, cancellationToken)), cancellationToken);
        if (waiting.Count == 0 && known is not null && known.ConversationId == conversationId && known.ServiceUrl == serviceUrl && !known.Removed
            && (locale is null || known.Locale == locale))
            return;
        await store.WriteAsync(actor.Council, async session =>
        {
            var reach = await session.People.FindAsync(actor.Person, cancellationToken) ?? new Reach(actor.Person, null, null, null, null);
            if (reach.Removed) await removal.TakeBackAsync(session, actor, cancellationToken);
            await session.People.SaveAsync(
                reach with { ConversationId = conversationId, ServiceUrl = serviceUrl, Locale = locale ?? reach.Locale, Removed = false },
                cancellationToken);
            foreach (var unsent in await UnsentAsync(session, actor, cancellationToken))
                await session.Deliveries.SaveAsync(unsent with { State = DeliveryState.Pending, NotBefore = machine.GetUtcNow() }, cancellationToken);
            return true;
        }, cancellationToken);
    }

    /// <summary>What waited for the chat, and what was refused for good: a person who uses the bot can be written to again.</summary>
    private static async Task<IReadOnlyList<CardDelivery>> UnsentAsync(IStoreSession session, Actor actor, CancellationToken cancellationToken) =>
    [
        .. await session.Deliveries.OfPersonAsync(actor.Person, DeliveryState.AwaitingInstall, cancellationToken),
        .. await session.Deliveries.OfPersonAsync(actor.Person, DeliveryState.GivenUp, cancellationToken),
    ];

    /// <summary>
    /// The person removed the bot: only the conversation is forgotten. Every obligation stays; where a report is owed an administrator is asked
    /// to ring, and what waits for their eyes or decision is passed on.
    /// </summary>
    public Task RemoveAsync(Actor actor, CancellationToken cancellationToken) => store.WriteAsync(actor.Council, async session =>
    {
        var reach = await session.People.FindAsync(actor.Person, cancellationToken) ?? new Reach(actor.Person, null, null, null, null);
        await session.People.SaveAsync(reach with { ConversationId = null, Removed = true }, cancellationToken);
        if (!reach.Removed)
        {
            await removal.TellAsync(session, actor, cancellationToken);
            await removal.PassOnAsync(session, actor, cancellationToken);
        }

        return true;
    }, cancellationToken);
}
