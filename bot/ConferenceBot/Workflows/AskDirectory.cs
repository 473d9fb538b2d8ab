using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Escalations;

namespace ConferenceBot.Workflows;

/// <summary>Fetches, before the transaction of an action begins, who is to be asked and whether they are there.</summary>
internal sealed class AskDirectory(IPeople people, IStore store, IRuleClocks clocks, LookAtPeople look, NotHere barred)
{
    /// <summary>
    /// The actor's managers, lowest first, who may hear of the card's conference; where the own manager is away, who stands in comes right after them.
    /// </summary>
    /// <exception cref="CalendarAwayException">Who the managers are could not be read.</exception>
    public async Task<ImmutableArray<PersonId>> ForManagersAsync(Actor actor, CardCopy card, CancellationToken cancellationToken)
    {
        await RefreshAsync(actor.Council, cancellationToken);
        var managers = await AllowedAsync(actor, card, await people.ManagersOfAsync(actor.Council, actor.Person, cancellationToken), cancellationToken);
        if (managers.IsEmpty) return [];
        var away = await AwayAsync(actor.Council, managers, cancellationToken);
        if (!away.Contains(managers[0])) return managers;
        var deputies = await AllowedAsync(actor, card, await people.DeputyManagersOfAsync(actor.Council, actor.Person, cancellationToken), cancellationToken);
        if (!deputies.IsEmpty) await AwayAsync(actor.Council, deputies, cancellationToken);
        return EscalationRules.WithDeputies(managers, deputies, away);
    }

    /// <summary>Looks at the chair and the deputies; nobody's managers are needed.</summary>
    public async Task<ImmutableArray<PersonId>> ForChairAsync(Actor actor, CardCopy card, CancellationToken cancellationToken)
    {
        await RefreshAsync(actor.Council, cancellationToken);
        var chair = card.Conference is { } id
            ? await store.ReadAsync(
                actor.Council, async session => (await session.Conferences.FindAsync(id, cancellationToken))?.Chair, cancellationToken)
            : null;
        if (chair is { } known) await AwayAsync(actor.Council, [known, .. Deputies(actor.Council)], cancellationToken);
        return [];
    }

    private async Task<ImmutableArray<PersonId>> AllowedAsync(
        Actor actor, CardCopy card, ImmutableArray<PersonId> some, CancellationToken cancellationToken) => card.Conference is { } id
        ? await store.ReadAsync(actor.Council, session => barred.WithoutAsync(session, id, some, cancellationToken), cancellationToken)
        : some;

    /// <summary>What is sent waits for no look: who could not be looked at is taken as last known.</summary>
    private async Task<ImmutableHashSet<PersonId>> AwayAsync(CouncilKey council, ImmutableArray<PersonId> some, CancellationToken cancellationToken)
    {
        try
        {
            await look.AtAsync(council, some, cancellationToken);
        }
        catch (CalendarAwayException)
        {
        }
        return await store.ReadAsync(
            council, session => WhoIsAway.OfAsync(session, some, clocks.Of(council).Now, cancellationToken), cancellationToken);
    }

    /// <summary>Whether the deputies are needed is for the action to say; it fails then, and only then.</summary>
    private async Task RefreshAsync(CouncilKey council, CancellationToken cancellationToken)
    {
        try
        {
            await people.RefreshAsync(council, cancellationToken);
        }
        catch (CalendarAwayException)
        {
        }
    }

    private ImmutableArray<PersonId> Deputies(CouncilKey council)
    {
        try
        {
            return people.DeputyChairs(council);
        }
        catch (CalendarAwayException)
        {
            return [];
        }
    }
}
