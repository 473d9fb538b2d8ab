using ConferenceBot.Domain.People;
using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.People;

/// <summary>
/// Whether people have a working account and are away, kept for <see cref="Age"/>. Two requests a person and age, twenty in a batch. Where
/// automatic replies may not be read (no permission, no mailbox) that is known and nobody waits for it.
/// </summary>
internal sealed class Standings(PeopleQueries queries, DirectoryWatch watch, TimeProvider machine, ILogger<Standings> logger) : IAgedAnswers
{
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(15);

    private readonly AgedCache<(CouncilKey, PersonId), PersonStanding> kept = new(machine, Age, 20_000);

    public AgedAnswers Report() => kept.Report();

    /// <returns>Everybody who could be looked at; who could not is left out.</returns>
    /// <exception cref="CalendarAwayException">Nobody could be looked at.</exception>
    public async Task<ImmutableArray<PersonStanding>> OfAsync(
        CouncilKey council, IEnumerable<PersonId> people, bool replies, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PersonId, PersonStanding>();
        var asked = people.Distinct().ToList();
        foreach (var person in asked)
            if (kept.TryGet((council, person), out var known)) found[person] = known;
        var open = asked.Where(person => !found.ContainsKey(person)).ToList();
        if (open.Count == 0) return InOrder();

        var accounts = await queries.AccountsAsync(council, open, cancellationToken);
        var here = replies ? open.Where(person => accounts[person] is { Away: null, Found: { IsEnabledMember: true } }).ToList() : [];
        var messages = here.Count == 0 ? null : await queries.RepliesAsync(council, here, cancellationToken);
        var refused = 0;
        foreach (var person in open.Where(person => accounts[person].Away is null))
        {
            var absence = messages is not null && messages.TryGetValue(person, out var setting)
                ? Answer.Of(() => PeopleMapping.AbsenceOf(setting.Value))
                : null;
            var standing = new PersonStanding(person, PeopleMapping.StandingOf(accounts[person].Found), absence?.Found, absence is { Away: null });
            found[person] = standing;
            // An answer that only came late is asked for again; that something may not be read is an answer.
            if (absence?.Away is null || absence.Away.Code is PeopleQueries.NotAllowed or PeopleQueries.NoMailbox) kept.Set((council, person), standing);
            if (absence is null || absence.Away is { Code: not PeopleQueries.NotAllowed }) continue;
            watch.NoteReplies(council, person, allowed: absence.Away is null);
            if (absence.Away is not null) refused++;
        }
        logger.Looked(council.Value, found.Count, asked.Count);
        if (refused > 0) logger.RepliesNotAllowed(council.Value, refused);
        return found.Count == 0 && Answer.Worst(accounts.Values.Select(answer => answer.Away)) is { } away ? throw away : InOrder();

        ImmutableArray<PersonStanding> InOrder() => [.. asked.Where(found.ContainsKey).Select(person => found[person])];
    }
}
