using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.People;

/// <summary>
/// Who is in the groups of deputies and managers, as last read. An expanded group is read again when <see cref="Age"/> is over; while the
/// directory is away the last list may still be used until <see cref="Longest"/>, because everyone on it held that office a few hours ago and a
/// concern that reaches nobody is worse. Nothing of this confirms anybody's role. A group that was never read is away, not empty.
/// </summary>
internal sealed class GroupLists(PeopleQueries queries, TimeProvider machine) : IAgedAnswers
{
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(15), Longest = TimeSpan.FromHours(4);

    private readonly ConcurrentDictionary<(CouncilKey, Guid), (ImmutableArray<PersonId> People, long At)> lists = new();
    private long hits, misses;

    /// <exception cref="CalendarAwayException">A group could not be read and its last list is too old.</exception>
    public async Task RefreshAsync(CouncilKey council, Members members, CancellationToken cancellationToken)
    {
        foreach (var group in members.Groups)
        {
            if (AgeOf(council, group) < Age)
            {
                Interlocked.Increment(ref hits);
                continue;
            }
            Interlocked.Increment(ref misses);
            try
            {
                lists[(council, group)] = ([.. await queries.MembersAsync(council, group, cancellationToken)], machine.GetTimestamp());
            }
            catch (CalendarAwayException) when (AgeOf(council, group) < Longest)
            {
            }
        }
    }

    /// <summary>The list, then the members of the groups, each once.</summary>
    /// <exception cref="CalendarAwayException">A group has not been read, or too long ago.</exception>
    public ImmutableArray<PersonId> Of(CouncilKey council, Members members) =>
    [
        .. members.Listed.Concat(members.Groups.SelectMany(group => AgeOf(council, group) < Longest
            ? lists[(council, group)].People
            : throw new CalendarAwayException("group-not-read", null, null))).Distinct(),
    ];

    public AgedAnswers Report() => new(
        Interlocked.Read(ref hits), Interlocked.Read(ref misses), lists.Count,
        lists.Values.Select(list => machine.GetElapsedTime(list.At)).Where(old => old < Longest).DefaultIfEmpty().Max());

    private TimeSpan AgeOf(CouncilKey council, Guid group) =>
        lists.TryGetValue((council, group), out var list) ? machine.GetElapsedTime(list.At) : TimeSpan.MaxValue;
}
