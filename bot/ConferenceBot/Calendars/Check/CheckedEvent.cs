using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Calendars;

/// <summary>What the check made of one event, without a word of its text.</summary>
/// <param name="Invited">Addresses invited besides the organiser, rooms left out; null when it was not looked into.</param>
/// <param name="People">Who they are: asked for in the directory, never printed.</param>
/// <param name="Uid">The same in every mailbox; never printed.</param>
internal sealed record CheckedEvent(
    CheckOutcome Outcome, Slot Slot, ConferenceType? Type, bool TypeAssumed, int? Invited, ImmutableArray<string> People, string Uid, CheckMarks Marks)
{
    /// <summary>How many of those invited are known as professionals; null when nobody was asked.</summary>
    public int? Known { get; init; }

    /// <summary>The first mailbox, by its place, that has the same conference; null when this is the first.</summary>
    public int? SameAsIn { get; init; }
}

[Flags]
internal enum CheckMarks
{
    None = 0,
    Series = 1,
    AllDay = 2,
    Cancelled = 4,
}

/// <summary>Outcomes in the order of the report.</summary>
internal enum CheckOutcome
{
    Conference,
    CategoryWithoutReference,
    WordsWithoutReference,
    TookTooLong,
    Unreadable,
    AnotherMeeting,
    ReferenceWithoutWords,
    OtherMeeting,
    NoSubject,
    Private,
}

/// <summary>One mailbox after the check.</summary>
/// <param name="Number">Its place in the settings, from 1.</param>
/// <param name="Unreadable">Events that are there but could not be read.</param>
/// <param name="Away">Why the mailbox could not be read to its end; null when it was.</param>
/// <param name="DirectoryAway">Why nobody could be asked who the people are.</param>
internal sealed record CheckedMailbox(int Number, IReadOnlyList<CheckedEvent> Events, int Unreadable, string? Away, string? DirectoryAway = null)
{
    public bool IsClean => FindingsOf().Count == 0;

    /// <summary>What the administrator has to look at, in words.</summary>
    public IReadOnlyList<string> FindingsOf()
    {
        if (Away is not null) return [$"This mailbox could not be read: {CheckWords.Away(Away)}"];
        var findings = new List<string>();
        if (DirectoryAway is not null) findings.Add($"The directory could not be asked: {CheckWords.Away(DirectoryAway)}");
        if (Of(CheckOutcome.Conference) == 0) findings.Add("No conference was recognised in this mailbox.");
        var without = Standing(CheckOutcome.CategoryWithoutReference) + Standing(CheckOutcome.WordsWithoutReference);
        if (without > 0) findings.Add($"Not cancelled, looks like a conference, but no case reference: {without}. The bot will not prepare them.");
        if (Of(CheckOutcome.TookTooLong) is > 0 and var slow) findings.Add($"A pattern of the settings took too long: {slow}. Make it simpler.");
        if (Unreadable > 0) findings.Add($"Could not be read: {Unreadable}.");
        return findings;
    }

    public int Of(CheckOutcome outcome) => outcome == CheckOutcome.Unreadable ? Unreadable : Events.Count(one => one.Outcome == outcome);

    private int Standing(CheckOutcome outcome) => Events.Count(one => one.Outcome == outcome && !one.Marks.HasFlag(CheckMarks.Cancelled));
}
