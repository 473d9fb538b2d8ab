using System.Collections.Immutable;
using ConferenceBot.Domain.Notices;

namespace ConferenceBot.Domain;

/// <summary>What a rule answers: a new state with what to tell and when to look again, or a named refusal. Exactly these two.</summary>
public abstract record Decision<T>
{
    private Decision()
    {
    }

    /// <param name="State">The state after the rule.</param>
    /// <param name="Notices">What to tell whom; possibly empty, never default.</param>
    /// <param name="NextDue">The next instant at which the same subject must be looked at again; null when nothing is open any more.</param>
    public sealed record Accepted(T State, ImmutableArray<Notice> Notices, DateTimeOffset? NextDue) : Decision<T>;

    public sealed record Refused(Refusal Refusal) : Decision<T>;
}

/// <summary>Short forms for the two answers.</summary>
public static class Decision
{
    public static Decision<T> Accept<T>(T state, DateTimeOffset? nextDue, params ImmutableArray<Notice> notices) =>
        new Decision<T>.Accepted(state, notices.IsDefault ? [] : notices, nextDue);

    public static Decision<T> Refuse<T>(Refusal refusal) => new Decision<T>.Refused(refusal);
}
