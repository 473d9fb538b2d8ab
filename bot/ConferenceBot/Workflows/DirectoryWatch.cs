using System.Collections.Concurrent;
using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>What is asked of the directory.</summary>
internal enum DirectoryQuestion
{
    People,
    Memberships,
    Accounts,
    Managers,
    Groups,

    /// <summary>Whether somebody is away; the permission for it may be missing while everything else is answered.</summary>
    AutomaticReplies,
}

/// <param name="LastAnswer">Machine time of the last answer; null = none yet.</param>
/// <param name="Problem">Short code of what has failed since; null = nothing.</param>
internal sealed record DirectoryState(DateTimeOffset? LastAnswer, string? Problem);

/// <summary>
/// What became of the last questions to each council's directory: kept in memory, by kind and code, for health and metrics. Names nobody.
/// </summary>
internal sealed class DirectoryWatch(TimeProvider machine)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(CouncilKey Council, DirectoryQuestion Question), DirectoryState> states = new();
    private readonly ConcurrentDictionary<(CouncilKey Council, PersonId Person), DateTimeOffset> refused = new();

    /// <param name="away">What failed of it; null when all of it was answered.</param>
    public void Note(CouncilKey council, DirectoryQuestion question, CalendarAwayException? away) => states.AddOrUpdate(
        (council, question),
        _ => new DirectoryState(away is null ? machine.GetUtcNow() : null, away?.Code),
        (_, before) => away is null ? new DirectoryState(machine.GetUtcNow(), null) : before with { Problem = away.Code });

    /// <summary>Whether somebody's automatic replies may be read, as the last question said.</summary>
    public void NoteReplies(CouncilKey council, PersonId person, bool allowed)
    {
        if (allowed) refused.TryRemove((council, person), out _);
        else refused[(council, person)] = machine.GetUtcNow();
    }

    /// <summary>Of how many people automatic replies may not be read. Who has not been asked about for an hour does not count.</summary>
    public int RepliesNotAllowed(CouncilKey council)
    {
        var since = machine.GetUtcNow() - Remembered;
        foreach (var (key, at) in refused)
            if (at < since) refused.TryRemove(new KeyValuePair<(CouncilKey, PersonId), DateTimeOffset>(key, at));
        return refused.Keys.Count(key => key.Council == council);
    }

    /// <summary>The kinds that were asked, in their order.</summary>
    public IReadOnlyList<(DirectoryQuestion Question, DirectoryState State)> Of(CouncilKey council) =>
        [.. states.Where(pair => pair.Key.Council == council).OrderBy(pair => pair.Key.Question).Select(pair => (pair.Key.Question, pair.Value))];
}
