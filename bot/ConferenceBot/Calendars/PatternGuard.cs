using System.Text.RegularExpressions;

namespace ConferenceBot.Calendars;

/// <summary>
/// What a council's own pattern cannot make a reference of, however it is written: text without a digit (it could be a name), and a date, a
/// telephone or a ten-digit number, whole or a piece of it.
/// </summary>
internal static class PatternGuard
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Section = new("[+(]{0,2}[0-9]+(?:[ )(/.-]{1,2}[0-9]+)*", Options);
    private static readonly Regex Chain = new("[+(]{0,2}[0-9]+(?:[ )(-]{1,2}[0-9]+)*", Options);
    private static readonly Regex Run = new("[0-9]+", Options);

    public static bool Refuses(string text, int start, int length)
    {
        var value = text.AsSpan(start, length);
        var end = start + length;
        if (value.IndexOfAnyInRange('0', '9') < 0 || HasForeignDigit(value)) return true;
        if (NeverReferences.Announces(text, start, length) || SubjectDates.Touch(text, start, end)) return true;
        return Section.Matches(value.ToString()).Any(section => RefusesNumber(text, start, start + section.Index, section.Length));
    }

    private static bool RefusesNumber(string text, int start, int at, int length)
    {
        var (from, until) = (at, at + length);
        while (from > 0 && char.IsAsciiDigit(text[from - 1]) && char.IsAsciiDigit(text[from])) from--;
        while (until < text.Length && char.IsAsciiDigit(text[until])) until++;
        var number = text[from..until];
        if (number.Count(char.IsAsciiDigit) >= 10 || Run.Matches(number).Any(run => NeverReferences.IsLongDate(run.Value))) return true;
        if (IsTied(text, from)) return IsPieceOfTelephone(text, from, until, alsoWithoutZero: false);
        if (IsPieceOfTelephone(text, from, until, alsoWithoutZero: true)) return true;
        return at == start && (NeverReferences.IsShortDate(number) || NeverReferences.Touch(text, from, until - from));
    }

    /// <summary>Directly behind a letter, or a letter and one mark: CP-10482, S/204417.</summary>
    private static bool IsTied(string text, int from) =>
        from > 0 && (char.IsLetter(text[from - 1]) || (text[from - 1] is '-' or '/' && from > 1 && char.IsLetter(text[from - 2])));

    /// <summary>Whether groups of digits around it, with it, make a telephone or ten-digit number.</summary>
    private static bool IsPieceOfTelephone(string text, int from, int until, bool alsoWithoutZero)
    {
        var chain = Chain.Matches(text).FirstOrDefault(one => one.Index < until && from < one.Index + one.Length);
        if (chain is null) return false;
        var groups = Run.Matches(text).Where(run => run.Index >= chain.Index && run.Index < chain.Index + chain.Length)
            .Where(run => run.Index == 0 || text[run.Index - 1] is not ('/' or '.' or ':')).ToList();
        if (chain.Value[0] == '+') return true;
        for (var first = 0; first < groups.Count && groups[first].Index < until; first++)
        {
            var digits = 0;
            for (var last = first; last < groups.Count; last++)
            {
                digits += groups[last].Length;
                if (groups[last].Index + groups[last].Length > from && IsTelephone(groups[first].Value, digits, alsoWithoutZero)) return true;
            }
        }
        return false;
    }

    private static bool IsTelephone(string first, int digits, bool alsoWithoutZero)
    {
        if (first.StartsWith("00", StringComparison.Ordinal)) return digits is >= 10 and <= 15;
        if (first[0] == '0') return digits is 10 or 11;
        var isYear = first.Length == 4 && first.StartsWith("20", StringComparison.Ordinal);
        return alsoWithoutZero && digits == 10 && first.Length is > 1 and < 6 && !isYear;
    }

    private static bool HasForeignDigit(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (char.IsDigit(c) && !char.IsAsciiDigit(c)) return true;
        }
        return false;
    }
}
