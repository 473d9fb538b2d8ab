using System.Globalization;
using System.Text;

namespace ConferenceBot.Calendars;

/// <summary>Makes a subject comparable: one kind of dash and space, nothing invisible, no more than the first 1,000 characters.</summary>
internal static class SubjectText
{
    private const int Longest = 1000;

    public static string Clean(string? subject)
    {
        if (string.IsNullOrEmpty(subject)) return "";
        var text = new StringBuilder(Math.Min(subject.Length, Longest));
        foreach (var c in subject.AsSpan(0, Math.Min(subject.Length, Longest)))
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
                    if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
                    break;
                default:
                    text.Append(c == '\u2212' ? '-' : c);
                    break;
            }
        }
        return text.ToString().TrimEnd();
    }
}
