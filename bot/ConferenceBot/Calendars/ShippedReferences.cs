using System.Text.RegularExpressions;

namespace ConferenceBot.Calendars;

/// <summary>The shipped rules for case references; the most explicit form in the subject wins.</summary>
internal static class ShippedReferences
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Prefixed =
        new(@"\b(?<reference>(?:CP|LCS|ICS|EHM|LL|MOSAIC|LIQUIDLOGIC)(?<between>[ :#.-]{0,3})(?<digits>[0-9]{4,9}))\b", Options);

    private static readonly Regex Announced =
        new(@"\b(?:reference|ref|case)(?: ?(?:no|number|id|ref))?[ :#.-]{0,3}(?<digits>[0-9]{5,9})\b", Options);

    private static readonly Regex Bare = new(@"\b[0-9]{6,9}\b", Options);

    public static FoundReference Find(string text)
    {
        foreach (Match match in Prefixed.Matches(text))
        {
            var digits = match.Groups["digits"];
            if (!NeverReferences.IsLongDate(digits.Value) && (digits.Length > 4 || IsShortNumber(text, match)))
                return Found(match.Groups["reference"]);
        }
        foreach (Match match in Announced.Matches(text))
        {
            var digits = match.Groups["digits"];
            if (!NeverReferences.Touch(text, digits.Index, digits.Length)) return Found(digits);
        }
        foreach (Match match in Bare.Matches(text))
        {
            if (!NeverReferences.IsShortDate(match.Value) && !NeverReferences.Touch(text, match.Index, match.Length)) return Found(match);
        }
        return default;
    }

    /// <summary>Four digits could be a year or a time: only directly behind the prefix, with no digits after, and no year.</summary>
    private static bool IsShortNumber(string text, Match match)
    {
        var digits = match.Groups["digits"];
        var end = digits.Index + digits.Length;
        return !match.Groups["between"].Value.Contains(' ', StringComparison.Ordinal)
            && !digits.Value.StartsWith("19", StringComparison.Ordinal) && !digits.Value.StartsWith("20", StringComparison.Ordinal)
            && !(end + 1 < text.Length && !char.IsLetter(text[end]) && char.IsAsciiDigit(text[end + 1]));
    }

    private static FoundReference Found(Group reference) =>
        new(reference.Value.ToUpperInvariant(), reference.Index, reference.Length, TookTooLong: false);
}
