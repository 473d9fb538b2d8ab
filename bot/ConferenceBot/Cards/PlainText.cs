using System.Text;

namespace ConferenceBot.Cards;

/// <summary>
/// Keeps text from acting as something else. Clients differ in whether they know a backslash escape, so signs that markdown would
/// act on are drawn as their look-alikes; control and direction-changing characters go.
/// </summary>
internal static class PlainText
{
    /// <summary>One line without live markdown, safe in any text of a card. For names, numbers and choices from the settings.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (IsHidden(sign)) continue;
            plain.Append(sign switch
            {
                '*' => '\u2217',
                '_' => '\uFF3F',
                '`' => '\'',
                '~' => '\u223C',
                '#' => '\uFF03',
                '[' => '(',
                ']' => ')',
                '<' => '\u2039',
                '>' => '\u203A',
                '\\' => '/',
                _ when char.IsControl(sign) || sign is '\u2028' or '\u2029' => ' ',
                _ => sign,
            });
        }

        return NoFunctions(plain.ToString()).Trim();
    }

    /// <summary>The lines of a typed text for text runs, in which markdown is not live; empty lines are left out.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
    [
        .. text.Split(['\r', '\n', '\u2028', '\u2029'], StringSplitOptions.TrimEntries)
            .Select(line => NoFunctions(string.Concat(line.Where(sign => !IsHidden(sign) && (sign == '\t' || !char.IsControl(sign))))))
            .Where(line => line.Length > 0),
    ];

    /// <summary>Clients replace <c>{{DATE(…)}}</c> and <c>{{TIME(…)}}</c> in any text.</summary>
    private static string NoFunctions(string text) => text.Replace("{{", "{ {", StringComparison.Ordinal);

    private static bool IsHidden(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        or '\u200E' or '\u200F' or '\u061C' or '\uFEFF';
}
