using System.Text.RegularExpressions;

namespace ConferenceBot.Calendars;

/// <summary>
/// What a council's own pattern may never take as a reference, whatever letters it takes along: dates in figures or words, telephone numbers
/// and ten-digit numbers, nor a part of one.
/// </summary>
internal static class NumbersInText
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

    private static readonly Regex[] Whole =
    [
        new(@"\b[0-9]{1,4}[/. -][0-9]{1,2}[/. -][0-9]{2,4}\b", Options),
        new(@"\b[0-9]{1,2}(?:st|nd|rd|th)?[ .,/-]{0,3}(?:of )?" + Month + @"(?:[ .,/-]{0,3}(?:[0-9]{4}|[0-9]{2}))?\b", Options),
        new(@"\b" + Month + @"[ .,/-]{0,3}[0-9]{1,2}(?:st|nd|rd|th)?(?:[ .,/-]{1,3}(?:[0-9]{4}|[0-9]{2}))?\b", Options),
        new(@"\b" + Month + @"[ .,/-]{0,3}(?:19|20)[0-9]{2}\b", Options),
        new(@"\b[0-9]{3}[ -][0-9]{3}[ -][0-9]{4}\b", Options),
        new(@"(?:\(0|\b0)[0-9]{2,4}\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}\b", Options),
        new(@"(?:\+|\b00)[0-9][0-9 ()-]{8,14}[0-9]\b", Options),
    ];

    private static readonly Regex Piece = new(@"[0-9][0-9/. ()-]*", Options);

    public static bool Touch(string text, int start, int length)
    {
        var end = start + length;
        while (start > 0 && char.IsAsciiDigit(text[start]) && char.IsAsciiDigit(text[start - 1])) start--;
        while (end < text.Length && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[end])) end++;
        var candidate = text[start..end];
        return (candidate.Any(char.IsLetter) ? NeverReferences.Announces(text, start, end - start) : NeverReferences.Touch(text, start, end - start))
            || Whole.SelectMany(regex => regex.Matches(text)).Any(found => Inside(start, end, found))
            || Piece.Matches(candidate).Any(piece => IsNever(piece.Value.TrimEnd('/', '.', ' ', '(', ')', '-')));
    }

    private static bool Inside(int start, int end, Match found) => start >= found.Index && end <= found.Index + found.Length;

    private static bool IsNever(string piece) =>
        piece.Count(char.IsAsciiDigit) >= 10 || NeverReferences.IsLongDate(piece)
        || Whole.Any(regex => regex.Match(piece) is { Success: true } found && found.Length == piece.Length);
}
