using System.Text;
using System.Text.RegularExpressions;

namespace ConferenceBot.Calendars;

/// <summary>
/// A set of phrases looked for as whole words, without case; a space or hyphen in a phrase stands for either, a space also for an opening bracket.
/// Linear in the text.
/// </summary>
internal sealed class Phrases
{
    private readonly Regex? pattern;

    public Phrases(IReadOnlyCollection<string> phrases)
    {
        if (phrases.Count > 0)
            pattern = new Regex(string.Join('|', phrases.Select(Pattern)),
                RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public bool In(string text) => pattern?.IsMatch(text) ?? false;

    /// <summary>Where they are, in order; <c>(start, length)</c>.</summary>
    public IEnumerable<(int Start, int Length)> Find(string text) =>
        pattern?.Matches(text).Select(match => (match.Index, match.Length)) ?? [];

    private static string Pattern(string phrase)
    {
        var text = SubjectText.Clean(phrase).Trim();
        var pattern = new StringBuilder(text.Length * 2);
        if (IsWord(text[0])) pattern.Append(@"\b");
        foreach (var c in text)
        {
            pattern.Append(c switch
            {
                ' ' => "[ (-]+",
                '-' => "[ -]*",
                _ => Regex.Escape(c.ToString()),
            });
        }
        if (IsWord(text[^1])) pattern.Append(@"\b");
        return pattern.ToString();
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);
}
