using System.Text.RegularExpressions;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Calendars;

/// <summary>One of a council's own patterns: its named group <c>reference</c> is the case reference, <c>type</c> the words of the type.</summary>
internal sealed class SubjectPattern(SubjectPatternOptions options)
{
    public const int Most = 20;

    private const int Longest = 500;
    private const int LongestReference = 64;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private readonly Regex regex = Compile(options.Pattern ?? "");
    private readonly ConferenceType? type = string.IsNullOrEmpty(options.Type) ? null : TypeNamed(options.Type);

    /// <summary>What is wrong with the setting; null when nothing is.</summary>
    public static (string Key, string Fault)? Fault(SubjectPatternOptions? options)
    {
        if (options?.Pattern is not { Length: > 0 } pattern) return ("Pattern", "is required");
        if (pattern.Length > Longest) return ("Pattern", $"must have at most {Longest} characters");
        try
        {
            var regex = Compile(pattern);
            if (!regex.GetGroupNames().Contains("reference")) return ("Pattern", "must have a group named reference: (?<reference>...)");
            if (regex.IsMatch("")) return ("Pattern", "must not match empty text");
        }
        catch (ArgumentException unreadable)
        {
            return ("Pattern", $"is not a regular expression: {unreadable.Message}");
        }
        catch (RegexMatchTimeoutException)
        {
            return ("Pattern", "takes too long");
        }
        var names = Enum.GetNames<ConferenceType>();
        return string.IsNullOrEmpty(options.Type) || names.Contains(options.Type, StringComparer.OrdinalIgnoreCase)
            ? null
            : ("Type", $"must be one of {string.Join(", ", names)}");
    }

    /// <summary>The first reference that is none of what a pattern may not take.</summary>
    public FoundReference Find(string text)
    {
        try
        {
            return FindAny(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return new FoundReference(null, 0, 0, TookTooLong: true);
        }
    }

    /// <summary>A type by its name in the settings; null when the text is no such name.</summary>
    public static ConferenceType? TypeNamed(string name) => Enum.GetValues<ConferenceType>().Cast<ConferenceType?>()
        .FirstOrDefault(type => type.ToString()!.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private FoundReference FindAny(string text)
    {
        foreach (Match match in regex.Matches(text))
        {
            if (match.Groups["reference"] is not { Success: true } reference) continue;
            var value = reference.Value.Trim().ToUpperInvariant();
            if (value.Length is 0 or > LongestReference || PatternGuard.Refuses(text, reference.Index, reference.Length)) continue;
            var words = match.Groups["type"];
            return new FoundReference(value, reference.Index, reference.Length, TookTooLong: false, type, words.Value)
            {
                Begins = words.Success ? Math.Min(words.Index, reference.Index) : reference.Index,
            };
        }
        return default;
    }

    /// <summary>Linear where the pattern allows it; look-arounds and back-references get a time limit instead.</summary>
    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, Options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, Options, Limit);
        }
    }
}
