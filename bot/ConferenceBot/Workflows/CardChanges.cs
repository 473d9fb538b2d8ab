using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Workflows;

/// <summary>Raises the wanted version of every copy that shows something which has changed.</summary>
internal static class CardChanges
{
    /// <summary>All copies that show the subject; not the hidden choices of an open form, which nobody sees change.</summary>
    public static async Task OfSubjectAsync(IStoreSession session, Guid subject, CancellationToken cancellationToken)
    {
        foreach (var copy in await session.Cards.OfSubjectAsync(subject, cancellationToken))
            if (copy is { PutAway: null, Kind: not CardKind.EscalationForm })
                await SaveChangedAsync(session, copy, cancellationToken);
    }

    /// <summary>Saves one copy with the next version; the list that shows it as an item changes too.</summary>
    public static async Task SaveChangedAsync(IStoreSession session, CardCopy copy, CancellationToken cancellationToken)
    {
        await session.Cards.SaveAsync(copy with { Version = copy.Version + 1 }, cancellationToken);
        if (copy.Parent is { } parent && await session.Cards.FindAsync(parent, cancellationToken) is { } list)
        {
            // An administrator who is inside a list is not thrown out of it: it is put right when it is put away.
            var open = list is { Kind: CardKind.PeopleList, HideTextAt: not null };
            await session.Cards.SaveAsync(list with { Version = list.Version + 1, Shown = open ? list.Version + 1 : list.Shown }, cancellationToken);
        }
    }
}
