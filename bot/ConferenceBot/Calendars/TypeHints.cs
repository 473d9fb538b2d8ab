using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Calendars;

/// <summary>Words that tell the type of what is known to be a conference.</summary>
internal static class TypeHints
{
    private static readonly Phrases Nothing = new([]);
    private static readonly Phrases Reconvened = new(ShippedWords.ReconvenedHints);
    private static readonly Phrases TransferIn = new(ShippedWords.TransferInHints);
    private static readonly Phrases PreBirth = new(ShippedWords.PreBirthHints);
    private static readonly Phrases FirstReview = new(ShippedWords.FirstReviewHints);
    private static readonly Phrases Initial = new(ShippedWords.InitialHints);
    private static readonly Phrases Review = new(ShippedWords.ReviewHints);
    private static readonly Phrases[] StandAlone = [Reconvened, TransferIn, PreBirth, FirstReview];

    public static Phrases AnyConference { get; } = new(ShippedWords.AnyConference);

    public static Phrases Exact(ConferenceType type) => type switch
    {
        ConferenceType.Reconvened => Reconvened,
        ConferenceType.TransferIn => TransferIn,
        ConferenceType.PreBirth => PreBirth,
        ConferenceType.FirstReview => FirstReview,
        _ => Nothing,
    };

    public static ConferenceType? Weak(string text) =>
        Initial.In(text) ? ConferenceType.Initial : Review.In(text) ? ConferenceType.Review : null;

    /// <summary>Whether there is one such word and nothing else, as in "Pre-birth" beside a reference; "Pre-birth assessment" is something else.</summary>
    public static bool IsBare(string text) => StandAlone.Any(words =>
        words.Find(text).Any(found => !text.Remove(found.Start, found.Length).Any(char.IsLetterOrDigit)));
}
