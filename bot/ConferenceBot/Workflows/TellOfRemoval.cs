using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Preparation;

namespace ConferenceBot.Workflows;

/// <summary>Asks an administrator to ring where somebody with open tasks has removed the bot, and closes the item when they are back.</summary>
internal sealed class TellOfRemoval(Telling telling, IPeople people, IRuleClocks clocks)
{
    public async Task TellAsync(IStoreSession session, Actor actor, CancellationToken cancellationToken)
    {
        var clock = clocks.Of(actor.Council);
        foreach (var (conference, task) in await TasksAsync(session, actor, cancellationToken))
            await telling.TellAsync(
                session, NotReached.Decide(conference, task, people.Administrators(actor.Council), clock), clock, cancellationToken);
    }

    /// <summary>The person has the bot again: what the administrators see of it says so.</summary>
    public async Task TakeBackAsync(IStoreSession session, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var (_, task) in await TasksAsync(session, actor, cancellationToken))
        foreach (var copy in await session.Cards.OfSubjectAsync(task.Id.Value, cancellationToken))
            if (copy is { PutAway: null, Kind: CardKind.AdministratorItem })
                await CardChanges.SaveChangedAsync(session, copy, cancellationToken);
    }

    private async Task<IReadOnlyList<(Conference, ReportTask)>> TasksAsync(
        IStoreSession session, Actor actor, CancellationToken cancellationToken)
    {
        var found = new List<(Conference, ReportTask)>();
        foreach (var conference in await session.Conferences.ComingForAsync(actor.Person, clocks.Of(actor.Council).Now, cancellationToken))
        foreach (var task in await session.Tasks.OfConferenceAsync(conference.Id, cancellationToken))
            if (task.Author == actor.Person) found.Add((conference, task));
        return found;
    }
}
