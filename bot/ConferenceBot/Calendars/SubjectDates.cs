using System.Globalization;
using System.Text.RegularExpressions;

namespace ConferenceBot.Calendars;

/// <summary>Dates written in a subject: 19/05/2026, 2026-05-19, 19 05 2026, 19th of May, May 2026.</summary>
internal static class SubjectDates
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
        + "|nov(?:ember)?|dec(?:ember)?)";

    private static readonly Regex Named = new(
        $@"\b[0-9]{{1,2}}(?:st|nd|rd|th)?[ -]{{0,2}}(?:of )?{Month}(?:[ ,'-]{{0,2}}(?:[0-9]{{4}}|[0-9]{{2}})\b)?"
        + $@"|\b{Month}[ -]{{1,2}}[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,? ?[0-9]{{4}}\b)?|\b{Month}[ -]?(?:19|20)[0-9]{{2}}\b", Options);

    private static readonly Regex Run = new("[0-9]+", Options);

    /// <summary>Whether a date and the characters from <paramref name="start"/> to <paramref name="end"/> share one.</summary>
    public static bool Touch(string text, int start, int end) =>
        Named.Matches(text).Any(date => date.Index < end && start < date.Index + date.Length)
        || Written(text).Any(date => date.Start < end && start < date.End);

    private static IEnumerable<(int Start, int End)> Written(string text)
    {
        var runs = Run.Matches(text);
        for (var i = 0; i + 2 < runs.Count; i++)
        {
            var (one, two, three) = (runs[i], runs[i + 1], runs[i + 2]);
            var (between, behind) = (one.Index + one.Length, two.Index + two.Length);
            if (two.Index == between + 1 && three.Index == behind + 1 && text[between] == text[behind] && text[between] is '/' or '.' or '-' or ' '
                && IsDate(one.Value, two.Value, three.Value, bareSpaces: text[between] == ' '))
                yield return (one.Index, three.Index + three.Length);
        }
    }

    private static bool IsDate(string one, string two, string three, bool bareSpaces)
    {
        if (two.Length > 2) return false;
        if (one.Length == 4 && three.Length <= 2) return IsDay(three, two);
        return one.Length <= 2 && (three.Length == 4 || (three.Length == 2 && !bareSpaces)) && (IsDay(one, two) || IsDay(two, one));
    }

    private static bool IsDay(string day, string month) =>
        int.Parse(day, CultureInfo.InvariantCulture) is >= 1 and <= 31 && int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12;
}
