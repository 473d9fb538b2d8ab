using System.Text.RegularExpressions;

namespace ConferenceBot.Calendars;

/// <param name="Value">As written, upper case; null when there is none.</param>
internal readonly record struct FoundReference(string? Value, int Start, int Length, bool TookTooLong)
{
    public string Without(string text) => text.Remove(Start, Length);
}

/// <summary>
/// Finds a council's case reference in a cleaned subject: by the shipped rules a system's prefix and number (CP-10482, LCS 204417), a number
/// announced as reference or case, or a bare number of six to nine digits; otherwise by the council's own pattern. Dates, telephone numbers
/// and ten-digit (NHS) numbers are never one.
/// </summary>
internal sealed class ReferenceFinder
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private readonly Regex? own;

    /// <exception cref="ArgumentException">Not a regular expression.</exception>
    public ReferenceFinder(string? pattern) => own = string.IsNullOrEmpty(pattern) ? null : Compile(pattern);

    public static bool IsUsable(string pattern)
    {
        try
        {
            return !Compile(pattern).IsMatch("");
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    public FoundReference Find(string text)
    {
        try
        {
            return own is null ? ShippedReferences.Find(text) : FindOwn(own, text);
        }
        catch (RegexMatchTimeoutException)
        {
            return new FoundReference(null, 0, 0, TookTooLong: true);
        }
    }

    private static FoundReference FindOwn(Regex own, string text)
    {
        foreach (Match match in own.Matches(text))
        {
            Group reference = match.Groups["reference"] is { Success: true } named ? named : match;
            var value = reference.Value.Trim().ToUpperInvariant();
            if (value.Length > 0 && (value.Any(char.IsLetter) || !NeverReferences.Touch(text, reference.Index, reference.Length)))
                return new FoundReference(value, reference.Index, reference.Length, TookTooLong: false);
        }
        return default;
    }

    /// <summary>Linear where the pattern allows it; look-arounds and back-references get a time limit instead.</summary>
    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, Options | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, Options, Limit);
        }
    }
}
