using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Calendars;

/// <param name="Value">As written, upper case; null when there is none.</param>
/// <param name="Type">The type that the pattern's setting says.</param>
/// <param name="TypeWords">What the pattern's group <c>type</c> took; words of a type or not.</param>
internal readonly record struct FoundReference(
    string? Value, int Start, int Length, bool TookTooLong, ConferenceType? Type = null, string? TypeWords = null)
{
    /// <summary>Where the first of the pattern's named parts begins.</summary>
    public int Begins { get; init; }

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

    /// <summary>A pattern that takes too long does not keep the others from finding one.</summary>
    public FoundReference Find(string text)
    {
        if (own.Length == 0) return ShippedReferences.Find(text);
        var tookTooLong = false;
        foreach (var pattern in own)
        {
            var found = pattern.Find(text);
            if (found.Value is not null) return found;
            tookTooLong |= found.TookTooLong;
        }
        return new FoundReference(null, 0, 0, tookTooLong);
    }
}
