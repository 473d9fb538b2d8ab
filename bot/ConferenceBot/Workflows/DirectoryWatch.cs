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
    private readonly ConcurrentDictionary<(CouncilKey Council, DirectoryQuestion Question), DirectoryState> states = new();

    public void Answered(CouncilKey council, DirectoryQuestion question) =>
        states[(council, question)] = new DirectoryState(machine.GetUtcNow(), null);

    public void Failed(CouncilKey council, DirectoryQuestion question, string code) => states.AddOrUpdate(
        (council, question), _ => new DirectoryState(null, code), (_, before) => before with { Problem = code });

    /// <summary>The kinds that were asked, in their order.</summary>
    public IReadOnlyList<(DirectoryQuestion Question, DirectoryState State)> Of(CouncilKey council) =>
        [.. states.Where(pair => pair.Key.Council == council).OrderBy(pair => pair.Key.Question).Select(pair => (pair.Key.Question, pair.Value))];
}
