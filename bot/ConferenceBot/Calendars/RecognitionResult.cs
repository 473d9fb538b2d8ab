using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Calendars;

/// <summary>What was made of an event, without a word of its text: safe to print.</summary>
/// <param name="Type">Null unless recognised.</param>
/// <param name="TypeAssumed">Neither subject nor category named a type; the type with the longest notice was taken.</param>
internal readonly record struct RecognitionResult(RecognitionOutcome Outcome, ConferenceType? Type = null, bool TypeAssumed = false)
{
    public bool IsRecognised => Outcome == RecognitionOutcome.Recognised;
}

internal enum RecognitionOutcome
{
    Recognised,

    /// <summary>No subject and no category: rooms often lose both.</summary>
    NoSubject,

    /// <summary>Neither a category nor the words of a conference type.</summary>
    NotAConference,

    /// <summary>About a conference but not one: its minutes, its core group, the report that is due for it.</summary>
    AnotherMeeting,

    /// <summary>A conference by its category or words, but no case reference in the subject.</summary>
    NoReference,

    /// <summary>Marked personal, private or confidential: not looked into.</summary>
    Private,

    /// <summary>One of the council's own patterns took too long on this subject.</summary>
    TookTooLong,
}
