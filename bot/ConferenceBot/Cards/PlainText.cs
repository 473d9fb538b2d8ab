using System.Text;

namespace ConferenceBot.Cards;

/// <summary>
/// Keeps text from acting as something else. Clients differ in whether they know a backslash escape, so signs that markdown would
/// act on are drawn as their look-alikes; control and direction-changing characters go.
/// </summary>
internal static class PlainText
{
    /// <summary>Lines of a typed text that are drawn as lines of their own.</summary>
    private const int MostLines = 25;

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

    /// <summary>
    /// The lines of a typed text for text runs, in which markdown is not live; empty lines are left out. After the first two dozen they
    /// follow each other in one: every line costs far more than its words, and a card that is too big is shown to nobody.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        List<string> lines =
        [
            .. text.Split(['\r', '\n', '\u2028', '\u2029'], StringSplitOptions.TrimEntries)
                .Select(line => NoFunctions(string.Concat(line.Where(sign => !IsHidden(sign) && (sign == '\t' || !char.IsControl(sign))))))
                .Where(line => line.Length > 0),
        ];
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines - 1), string.Join(" / ", lines.Skip(MostLines - 1))];
    }

    /// <summary>Clients replace <c>{{DATE(…)}}</c> and <c>{{TIME(…)}}</c> in any text.</summary>
    private static string NoFunctions(string text) => text.Replace("{{", "{ {", StringComparison.Ordinal);

    private static bool IsHidden(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        or '\u200E' or '\u200F' or '\u061C' or '\uFEFF';
}
