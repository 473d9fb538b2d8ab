using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Workflows;

/// <summary>
/// Leaves out, of those who would hear of a conference by their office (manager, deputy, administrator), whoever is "not a professional here":
/// somebody's manager, or a duty chair, can be a parent.
/// </summary>
internal sealed class NotHere(AttendeeKeys keys)
{
    public async Task<ImmutableArray<PersonId>> WithoutAsync(
        IStoreSession session, ConferenceId conference, ImmutableArray<PersonId> people, CancellationToken cancellationToken)
    {
        var barred = await OfAsync(session, conference, people, cancellationToken);
        return [.. people.Where(person => !barred.Contains(person))];
    }

    /// <returns>Those of the people who are not professionals in this conference.</returns>
    public async Task<ImmutableHashSet<PersonId>> OfAsync(
        IStoreSession session, ConferenceId conference, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0) return [];
        var barred = (await session.Attendees.OfConferenceAsync(conference, cancellationToken))
            .Where(one => one is { Standing: AttendeeStanding.NotHere, PersonKey: not null }).Select(one => one.PersonKey!).ToHashSet(StringComparer.Ordinal);
        return barred.Count == 0 ? [] : [.. people.Where(person => barred.Contains(keys.OfPerson(session.Council, person)))];
    }
}
