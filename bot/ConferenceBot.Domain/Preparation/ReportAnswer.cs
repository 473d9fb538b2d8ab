using ConferenceBot.Domain.Flags;

namespace ConferenceBot.Domain.Preparation;

/// <summary>What an author answers on the prompt card.</summary>
/// <param name="SentToChair">Local day, today or earlier; null = not yet.</param>
/// <param name="Family">Ignored where sharing with the family is never asked.</param>
/// <param name="GoneThrough">Local day, today or earlier; taken as today when "all" or "some" comes without one.</param>
/// <param name="WhyNotYet">Key of the procedure's list; required with "not yet".</param>
/// <param name="NotSafeWithSomeone">Stops family reminders at once and tells the chair.</param>
/// <param name="Hard">What is hard to say with the family present.</param>
/// <param name="Told">Required when <paramref name="Hard"/> is a ground.</param>
public sealed record ReportAnswer(
    DateOnly? SentToChair,
    FamilyAnswer Family,
    DateOnly? GoneThrough,
    string? WhyNotYet,
    bool NotSafeWithSomeone,
    HardToSay Hard,
    FamilyTold? Told);

/// <summary>Whether anything is hard to say with the family present. Discomfort goes to support, only a ground goes to the chair.</summary>
public abstract record HardToSay
{
    private HardToSay()
    {
    }

    public sealed record Nothing : HardToSay;

    /// <summary>Feeling awkward: the author's own manager is asked for support; the chair is not told.</summary>
    public sealed record Support : HardToSay;

    /// <param name="Key">Key of the procedure's grounds.</param>
    public sealed record Ground(string Key) : HardToSay;
}

/// <summary>What an answer changes: the task, and what is to be raised with the chair or the manager because of it.</summary>
public sealed record AnswerEffect(ReportTask Task, System.Collections.Immutable.ImmutableArray<FlagDraft> Drafts);
