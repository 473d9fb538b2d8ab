using ConferenceBot.Domain;
using ConferenceBot.Domain.Notices;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Workflows;

/// <summary>Items of a list card: each is a copy of its own, shown in the list's activity; older cards of the matter are replaced.</summary>
internal static class ListItems
{
    public static async Task AddAsync(
        IStoreSession session, CardCopy list, Guid id, Guid subject, ConferenceId? conference, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (list.Kind == CardKind.PromptDigest)
            foreach (var older in await session.Cards.OfSubjectAsync(subject, cancellationToken))
                if (older.Person == list.Person && older.Kind == CardKind.Prompt && older.PutAway is null)
                    await CardChanges.SaveChangedAsync(session, older with { PutAway = PutAway.Replaced }, cancellationToken);

        await session.Cards.SaveAsync(
            new CardCopy
            {
                Id = id,
                Person = list.Person,
                Kind = CardKind.Prompt,
                Subject = subject,
                Conference = conference,
                Parent = list.Id,
                CreatedAt = now,
            },
            cancellationToken);
    }
}
