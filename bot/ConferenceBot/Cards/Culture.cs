using System.Globalization;

namespace ConferenceBot.Cards;

/// <summary>The language of a person's cards.</summary>
internal static class Culture
{
    /// <param name="locale">The client's, such as <c>cy-GB</c>; null or anything without words of its own = English.</param>
    public static CultureInfo Of(string? locale) => CultureInfo.GetCultureInfo(
        locale is not null && locale.StartsWith("cy", StringComparison.OrdinalIgnoreCase) ? "cy-GB" : "en-GB");
}
