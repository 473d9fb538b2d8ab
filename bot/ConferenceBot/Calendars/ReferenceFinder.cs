using System.Text.RegularExpressions;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Calendars;

/// <param name="Value">As written, upper case; null when there is none.</param>
/// <param name="Type">The type that the pattern's setting says.</param>
/// <param name="TypeWords">What the pattern's group <c>type</c> took; words of a type or not.</param>
internal readonly record struct FoundReference(
    string? Value, int Start, int Length, bool TookTooLong, ConferenceType? Type = null, string? TypeWords = null)
{
    public string Without(string text) => text.Remove(Start, Length);
}

/// <summary>
/// Finds a council's case reference in a cleaned subject: by the shipped rules a system's prefix and number (CP-10482, LCS 204417), a number
/// announced as reference or case, or a bare number of six to nine digits; otherwise by the first of the council's own patterns that finds
/// one. Dates, telephone numbers and ten-digit (NHS) numbers are never one.
/// </summary>
/// <exception cref="ArgumentException">A pattern is not usable; the settings are checked before.</exception>
internal sealed class ReferenceFinder(SubjectPatternOptions[]? patterns)
{
    private readonly SubjectPattern[] own = [.. (patterns ?? []).Select(pattern => new SubjectPattern(pattern))];

    public FoundReference Find(string text)
    {
        try
        {
            return own.Length == 0
                ? ShippedReferences.Find(text)
                : own.Select(pattern => pattern.Find(text)).FirstOrDefault(found => found.Value is not null);
        }
        catch (RegexMatchTimeoutException)
        {
            return new FoundReference(null, 0, 0, TookTooLong: true);
        }
    }
}
