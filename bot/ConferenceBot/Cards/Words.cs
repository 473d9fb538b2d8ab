using System.Globalization;
using System.Resources;

namespace ConferenceBot.Cards;

/// <summary>The words of the cards in one language. What is not translated is said in English; an unknown key is a bug and throws.</summary>
internal sealed class Words
{
    private static readonly ResourceManager Resources = new("ConferenceBot.Cards.Resources.Words", typeof(Words).Assembly);
    private static readonly Words English = new("en", CultureInfo.InvariantCulture);
    private static readonly Words Welsh = new("cy", new CultureInfo("cy"));

    private readonly CultureInfo culture;

    private Words(string language, CultureInfo culture)
    {
        Language = language;
        this.culture = culture;
        Dates = new DateWords(this);
    }

    /// <summary>Two letters.</summary>
    public string Language { get; }

    public DateWords Dates { get; }

    /// <summary>Welsh for any Welsh culture, English for every other.</summary>
    public static Words For(CultureInfo culture) =>
        culture.Name.Equals("cy", StringComparison.OrdinalIgnoreCase) || culture.Name.StartsWith("cy-", StringComparison.OrdinalIgnoreCase)
            ? Welsh
            : English;

    public string this[string key] => Find(key) ?? throw new InvalidOperationException($"No words for {key}.");

    public string? Find(string key) => Resources.GetString(key, culture);

    /// <summary>The words of a key with its places filled; texts are made plain on the way in.</summary>
    public string Say(string key, params object[] facts) => string.Format(
        CultureInfo.InvariantCulture, this[key], [.. facts.Select(f => f is string text ? PlainText.Of(text) : f)]);
}
