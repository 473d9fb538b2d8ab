using System.Globalization;
using System.Text.RegularExpressions;

namespace ConferenceBot.Calendars;

/// <summary>Numbers in a subject that are not case references: dates, telephone numbers, ten-digit (NHS) numbers, amounts.</summary>
internal static class NeverReferences
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Announced = new(
        @"\b(?:tel|telephone|phone|mob|mobile|ring|call|dial|dial-in|fax|ext|extension|pin|passcode|meeting id|nhs|nhs no|nhs number"
        + @"|dob|born|edd|upn)[ .:#-]{0,3}[+(0-9][0-9 ()-]*",
        Options);

    /// <summary>The digit groups that lead up to a number, joined as the parts of a telephone number are; not the end of a time or of a date.</summary>
    private static readonly Regex LeadingUp = new(@"(?:^|[^0-9/.:])(?<lead>[+(]{0,2}[0-9]+(?:[ )(-]{1,2}[0-9]+)*[ )(-]{1,2})$", Options);

    /// <summary>Whether the characters at that place are, or are the end of, such a number. They hold no letter.</summary>
    public static bool Touch(string text, int start, int length)
    {
        var candidate = text.Substring(start, length);
        if (Announces(text, start, length)) return true;
        if (start > 0 && text[start - 1] is '+' or '£' or '€' or '$') return true;
        if (candidate[0] is '0' or '+' || IsLongDate(candidate) || IsSeparatedDate(candidate) || Digits(candidate) >= 10) return true;
        return LeadingUp.Match(text[..start]) is { Success: true } found && found.Groups["lead"].Value is var lead
            && IsTelephone(lead, Digits(lead) + Digits(candidate));
    }

    /// <summary>Eight digits that are a day of 1900 to 2099, day or year first.</summary>
    public static bool IsLongDate(string digits) =>
        digits.Length == 8 && (IsDate(digits, "ddMMyyyy", 1900, 2099) || IsDate(digits, "yyyyMMdd", 1900, 2099));

    /// <summary>Whether words such as "tel" or "dob" lead up to what is at that place.</summary>
    public static bool Announces(string text, int start, int length) =>
        Announced.Matches(text).Any(match => match.Index < start + length && start < match.Index + match.Length);

    /// <summary>
    /// Six digits that could be a day of birth or of the conference (2005 to 2039), day or year first. One bare six-digit number in forty is lost by it.
    /// </summary>
    public static bool IsShortDate(string digits) =>
        digits.Length == 6 && (IsDate(digits, "ddMMyy", 2005, 2039) || IsDate(digits, "yyMMdd", 2005, 2039));

    private static bool IsTelephone(string lead, int digits)
    {
        var first = lead.TrimStart('+', '(');
        if (lead[0] == '+' || first.StartsWith("00", StringComparison.Ordinal) && digits > 8) return true;
        if (first[0] == '0') return digits is 10 or 11;
        if (first.StartsWith("44", StringComparison.Ordinal) && digits == 12) return true;
        var area = first.TakeWhile(char.IsAsciiDigit).Count();
        var isYear = area == 4 && first.StartsWith("20", StringComparison.Ordinal);
        return digits == 10 && area > 1 && !isYear;
    }

    private static bool IsSeparatedDate(string candidate)
    {
        var parts = candidate.Split(['/', '.', '-', ' ']);
        return parts.Length == 3 && Array.TrueForAll(parts, part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit));
    }

    private static int Digits(string text) => text.Count(char.IsAsciiDigit);

    /// <summary>Two-digit years are judged from 2000 on, whatever the machine's calendar says.</summary>
    private static bool IsDate(string digits, string format, int from, int to)
    {
        var text = format switch
        {
            "ddMMyy" => digits[..4] + "20" + digits[4..],
            "yyMMdd" => "20" + digits,
            _ => digits,
        };
        var full = format.Replace("yyyy", "yy", StringComparison.Ordinal).Replace("yy", "yyyy", StringComparison.Ordinal);
        return DateOnly.TryParseExact(text, full, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year >= from && date.Year <= to;
    }
}
