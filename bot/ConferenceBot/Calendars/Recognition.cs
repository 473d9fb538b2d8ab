using ConferenceBot.Domain.Conferences;
using ConferenceBot.Workflows;

namespace ConferenceBot.Calendars;

/// <summary>
/// Tells a conference from other events: a category or the words of a type, and a case reference. Pure, never throws; linear in the subject.
/// A wrong "yes" would message people about a meeting that is none, a wrong "no" is listed by the calendar check.
/// </summary>
internal sealed class Recognition
{
    private readonly HashSet<string> categories;
    private readonly (ConferenceType Type, Phrases Words)[] types;
    private readonly ReferenceFinder references;

    /// <exception cref="ArgumentException">A pattern is not usable; the settings are checked before.</exception>
    public Recognition(RecognitionOptions options)
    {
        categories = (options.Categories ?? []).Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        references = new ReferenceFinder(options.Patterns);
        var given = options.Types;
        types =
        [
            (ConferenceType.Reconvened, Words(given.Reconvened, ShippedWords.Reconvened)),
            (ConferenceType.TransferIn, Words(given.TransferIn, ShippedWords.TransferIn)),
            (ConferenceType.PreBirth, Words(given.PreBirth, ShippedWords.PreBirth)),
            (ConferenceType.FirstReview, Words(given.FirstReview, ShippedWords.FirstReview)),
            (ConferenceType.Initial, Words(given.Initial, ShippedWords.Initial)),
            (ConferenceType.Review, Words(given.Review, ShippedWords.Review)),
        ];
    }

    /// <summary>Looks at one event's subject and categories.</summary>
    /// <returns>The result, free of text; and the conference with its case number when recognised.</returns>
    public (RecognitionResult Result, RecognisedConference? Conference) Look(string? subject, IEnumerable<string> eventCategories)
    {
        var text = SubjectText.Clean(subject);
        var said = eventCategories.Select(name => name.Trim()).Where(categories.Contains).ToList();
        if (text.Length == 0 && said.Count == 0)
            return (new RecognitionResult(RecognitionOutcome.NoSubject), null);

        var reference = references.Find(text);
        if (said.Count == 0 && !IsConference(text, reference))
            return (new RecognitionResult(RecognitionOutcome.NotAConference), null);
        if (said.Count == 0 && OtherMeeting.Is(text, ConferenceStart(text, TypeSaid(reference) is null ? text.Length : reference.Begins)))
            return (new RecognitionResult(RecognitionOutcome.AnotherMeeting), null);
        if (reference.TookTooLong)
            return (new RecognitionResult(RecognitionOutcome.TookTooLong), null);
        if (reference.Value is null)
            return (new RecognitionResult(RecognitionOutcome.NoReference), null);

        var type = TypeSaid(reference) ?? TypeOf(text) ?? said.Select(TypeOf).FirstOrDefault(found => found is not null);
        var result = new RecognitionResult(RecognitionOutcome.Recognised, type ?? ConferenceType.Review, TypeAssumed: type is null);
        return (result, new RecognisedConference(result.Type!.Value, reference.Value));
    }

    /// <summary>Whether one of the categories of the settings is among them.</summary>
    public bool HasCategory(IEnumerable<string> eventCategories) => eventCategories.Select(name => name.Trim()).Any(categories.Contains);

    /// <summary>Whether the subject holds a case reference, whatever else it says.</summary>
    public bool HasReference(string? subject) => references.Find(SubjectText.Clean(subject)).Value is not null;

    private ConferenceType? TypeSaid(FoundReference reference) =>
        reference.Type ?? (string.IsNullOrWhiteSpace(reference.TypeWords) ? null : TypeOf(reference.TypeWords) ?? SubjectPattern.TypeNamed(reference.TypeWords));

    /// <summary>A pattern that names a type says by itself that it is a conference.</summary>
    private bool IsConference(string text, FoundReference reference) =>
        TypeSaid(reference) is not null ||
        types.Any(type => type.Words.In(text)) || TypeHints.AnyConference.In(text)
        || (reference.Value is not null && TypeHints.IsBare(reference.Without(text)));

    /// <summary>Where the first words of a conference begin, if before <paramref name="otherwise"/>.</summary>
    private int ConferenceStart(string text, int otherwise) => types.Select(type => type.Words).Append(TypeHints.AnyConference)
        .SelectMany(words => words.Find(text)).Select(found => found.Start).Append(otherwise).Min();

    /// <summary>The most exact type the words tell: what was reconvened is no longer counted as an initial conference.</summary>
    private ConferenceType? TypeOf(string text)
    {
        foreach (var (type, words) in types)
        {
            if (words.In(text) || TypeHints.Exact(type).In(text)) return type;
        }
        return TypeHints.Weak(text);
    }

    private static Phrases Words(string[]? given, string[] shipped) => new(given is { Length: > 0 } ? given : shipped);
}
