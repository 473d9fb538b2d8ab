using System.Globalization;
using System.Text.RegularExpressions;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>What sort of number a subject has.</summary>
internal enum NumberKind
{
    None,
    Reference,
    DateLike,
    TenDigits,
    TelephoneLike,
}

/// <summary>
/// The sandbox's own reading of numbers in a subject: enough to keep a case reference and to drop everything else. The bot's own recognition
/// stays the judge; it shares no code with this, and a property test holds the two together.
/// </summary>
internal static partial class SubjectNumbers
{
    /// <returns>The reference as written, or null; and of the numbers that cannot be one, what the first looks like.</returns>
    public static (string? Reference, NumberKind Kind) Find(string text)
    {
        foreach (Match match in Prefixed().Matches(text))
        {
            if (IsPrefixedReference(text, match))
                return (match.Value, NumberKind.Reference);
        }
        foreach (var number in Announced().Matches(text).Select(match => match.Groups["digits"]).Concat<Capture>(Bare().Matches(text)
            .Where(match => !IsDate(match.Value, ["ddMMyy", "yyMMdd"], 2005, 2039))))
        {
            if (KindAt(text, number.Index, number.Value) == NumberKind.Reference)
                return (number.Value, NumberKind.Reference);
        }
        return (null, Looks(text));
    }

    private static NumberKind Looks(string text)
    {
        var first = Cluster().Matches(text).FirstOrDefault(match => match.Value.Count(char.IsAsciiDigit) >= 5);
        if (first is null)
            return NumberKind.None;
        var digits = first.Value.Count(char.IsAsciiDigit);
        if (SeparatedDate().IsMatch(first.Value) || IsDate(first.Value, ["ddMMyyyy", "yyyyMMdd"], 1900, 2099)
            || IsDate(first.Value, ["ddMMyy", "yyMMdd"], 2005, 2039))
            return NumberKind.DateLike;
        return digits == 10 && first.Value[0] is not ('0' or '+' or '(') ? NumberKind.TenDigits
            : first.Value[0] is '0' or '+' or '(' || digits >= 9 || Telephone().IsMatch(text) ? NumberKind.TelephoneLike : NumberKind.None;
    }

    private static bool IsPrefixedReference(string text, Match match)
    {
        var digits = match.Groups["digits"].Value;
        if (IsDate(digits, ["ddMMyyyy", "yyyyMMdd"], 1900, 2099))
            return false;
        if (digits.Length > 4)
            return true;
        var rest = text[(match.Index + match.Length)..];
        return !match.Groups["between"].Value.Contains(' ') && !digits.StartsWith("19", StringComparison.Ordinal)
            && !digits.StartsWith("20", StringComparison.Ordinal)
            && !(rest.Length > 1 && !char.IsLetter(rest[0]) && char.IsAsciiDigit(rest[1]));
    }

    private static NumberKind KindAt(string text, int start, string digits)
    {
        var before = text[..start];
        if (start > 0 && text[start - 1] is '+' or '£' or '€' or '$')
            return NumberKind.TelephoneLike;
        if (digits[0] == '0' || TelephoneBefore().IsMatch(before))
            return NumberKind.TelephoneLike;
        if (IsDate(digits, ["ddMMyyyy", "yyyyMMdd"], 1900, 2099))
            return NumberKind.DateLike;
        if (Lead().Match(before) is not { Success: true } lead)
            return NumberKind.Reference;
        return Joins(lead.Groups["lead"].Value, digits) ? NumberKind.TelephoneLike : NumberKind.Reference;
    }

    /// <summary>Whether the digits before and these are one telephone or ten-digit number.</summary>
    private static bool Joins(string lead, string digits)
    {
        var count = lead.Count(char.IsAsciiDigit) + digits.Length;
        var first = lead.TrimStart('+', '(');
        if (lead[0] == '+' || (first.StartsWith("00", StringComparison.Ordinal) && count > 8))
            return true;
        if (first[0] == '0')
            return count is 10 or 11;
        if (first.StartsWith("44", StringComparison.Ordinal) && count == 12)
            return true;
        var area = first.TakeWhile(char.IsAsciiDigit).Count();
        return count == 10 && area > 1 && !(area == 4 && first.StartsWith("20", StringComparison.Ordinal));
    }

    private static bool IsDate(string digits, string[] formats, int from, int to) => formats.Any(format =>
        digits.Length == format.Length && DateOnly.TryParseExact(
            format.Length == 8 ? digits : format == "ddMMyy" ? digits[..4] + "20" + digits[4..] : "20" + digits,
            format.Length == 8 ? format : format == "ddMMyy" ? "ddMMyyyy" : "yyyyMMdd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= from && day.Year <= to);

    private const string Words = "tel|telephone|phone|mob|mobile|ring|call|dial|dial-in|fax|ext|extension|pin|passcode|meeting id|nhs|nhs no"
        + "|nhs number|dob|born|edd|upn";

    [GeneratedRegex(@"\b(CP|LCS|ICS|EHM|LL|MOSAIC|LIQUIDLOGIC)(?<between>[ :#.-]{0,3})(?<digits>[0-9]{4,9})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"\b(reference|ref|case)( ?(no|number|id|ref))?[ :#.-]{0,3}(?<digits>[0-9]{5,9})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Announced();

    [GeneratedRegex(@"\b[0-9]{6,9}\b")]
    private static partial Regex Bare();

    [GeneratedRegex(@"[+(]*[0-9][0-9 ()/.-]*[0-9]|[0-9]{5,}")]
    private static partial Regex Cluster();

    [GeneratedRegex("^[0-9]{1,4}[/. -][0-9]{1,2}[/. -][0-9]{1,4}$")]
    private static partial Regex SeparatedDate();

    [GeneratedRegex(@"\b(" + Words + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\b(" + Words + @")[ .:#-]{0,3}([+(0-9][0-9 ()-]*|\(?)$", RegexOptions.IgnoreCase)]
    private static partial Regex TelephoneBefore();

    [GeneratedRegex(@"(^|[^0-9/.:])(?<lead>[+(]{0,2}[0-9]+([ )(-]{1,2}[0-9]+)*[ )(-]{1,2})$")]
    private static partial Regex Lead();
}
