using System.Globalization;
using System.Text;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>What a subject was taken for.</summary>
internal enum SubjectFound
{
    Conference,
    NoReference,
    AnotherMeeting,
    NoConference,
    Empty,
}

/// <summary>What stays of a subject.</summary>
/// <param name="Kept">Words from a fixed list and at most the reference: never a word that somebody wrote.</param>
internal sealed record SubjectLook(SubjectFound Found, NumberKind Number, string Kept)
{
    public bool IsConference => Found == SubjectFound.Conference;
}

/// <summary>Reduces subjects to what recognition needs. Where a number was no reference, one of the same shape takes its place.</summary>
internal static class Subjects
{
    public const string Nothing = "Meeting";

    /// <param name="category">Whether the event is in the category of conferences.</param>
    public static SubjectLook Look(string subject, bool category)
    {
        var text = Clean(subject);
        if (text.Length == 0 && !category)
            return new SubjectLook(SubjectFound.Empty, NumberKind.None, "");
        var (reference, kind) = SubjectNumbers.Find(text);
        var without = reference is null ? null : text.Remove(text.IndexOf(reference, StringComparison.Ordinal), reference.Length);
        if (!category && !SubjectTypes.IsConference(text, without))
            return new SubjectLook(SubjectFound.NoConference, NumberKind.None, Nothing);
        if (!category && SubjectTypes.IsAnotherMeeting(text))
            return new SubjectLook(SubjectFound.AnotherMeeting, NumberKind.None, Nothing);
        var words = SubjectTypes.Of(text);
        return reference is null
            ? new SubjectLook(SubjectFound.NoReference, kind, (words + " " + Shape(kind)).TrimEnd())
            : new SubjectLook(SubjectFound.Conference, kind, $"{words} {Announced(reference)}");
    }

    /// <summary>A number that is too short to stand alone keeps the word that announces it.</summary>
    private static string Announced(string reference) => reference.Length < 6 && reference.All(char.IsAsciiDigit) || IsShortDate(reference)
        ? "ref " + reference
        : reference;

    private static bool IsShortDate(string reference) => reference.Length == 6 && reference.All(char.IsAsciiDigit);

    private static string Shape(NumberKind kind) => kind switch
    {
        NumberKind.DateLike => "01/01/2000",
        NumberKind.TenDigits => "9000000000",
        NumberKind.TelephoneLike => "01632 960000",
        _ => "",
    };

    /// <summary>One kind of dash and space, nothing invisible, at most 1,000 characters.</summary>
    private static string Clean(string subject)
    {
        var text = new StringBuilder();
        foreach (var c in subject.Take(1000))
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.DashPunctuation:
                    text.Append('-');
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Control or UnicodeCategory.ConnectorPunctuation:
                    text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "");
                    break;
                default:
                    text.Append(c == '\u2212' ? '-' : c);
                    break;
            }
        }
        return text.ToString().TrimEnd();
    }
}
