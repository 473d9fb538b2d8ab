namespace ConferenceBot.Calendars;

/// <summary>What the settings of the calendars must be; every fault begins with its full key.</summary>
internal static class CalendarsOptionsRules
{
    private const int LongestMailbox = 320;
    private const int LongestWords = 200;

    public static IEnumerable<string> Failures(CalendarsOptions options, string path, bool development)
    {
        if (options.Mailboxes.Length == 0)
            yield return $"{path}:Mailboxes: at least one is required";
        foreach (var (index, mailbox) in options.Mailboxes.Index())
        {
            if (!IsMailbox(mailbox))
                yield return $"{path}:Mailboxes:{index}: must be an address or an object id";
            else if (options.Mailboxes.Take(index).Contains(mailbox, StringComparer.OrdinalIgnoreCase))
                yield return $"{path}:Mailboxes:{index}: is named twice";
        }
        if (options.Window.DaysBack is < 0 or > 365)
            yield return $"{path}:Window:DaysBack: must be between 0 and 365";
        if (options.Window.DaysAhead is < 1 or > 730)
            yield return $"{path}:Window:DaysAhead: must be between 1 and 730";
        foreach (var failure in Recognition(options.Recognition, path + ":Recognition"))
            yield return failure;
    }

    private static IEnumerable<string> Recognition(RecognitionOptions options, string path)
    {
        var types = options.Types;
        (string Key, string[]? Words)[] lists =
        [
            ("Categories", options.Categories),
            ("Types:Initial", types.Initial), ("Types:FirstReview", types.FirstReview), ("Types:Review", types.Review),
            ("Types:PreBirth", types.PreBirth), ("Types:TransferIn", types.TransferIn), ("Types:Reconvened", types.Reconvened),
        ];
        foreach (var (key, words) in lists)
        {
            foreach (var (index, word) in (words ?? []).Index())
            {
                if (word is null || word.Length > LongestWords || !word.Any(char.IsLetterOrDigit))
                    yield return $"{path}:{key}:{index}: must be words of at most {LongestWords} characters";
            }
        }
        if (options.Patterns?.Length > SubjectPattern.Most)
            yield return $"{path}:Patterns: must be at most {SubjectPattern.Most}";
        foreach (var (index, pattern) in (options.Patterns ?? []).Index())
        {
            if (SubjectPattern.Fault(pattern) is var (key, fault))
                yield return $"{path}:Patterns:{index}:{key}: {fault}";
        }
    }

    private static bool IsMailbox(string? mailbox) =>
        mailbox is { Length: > 0 and <= LongestMailbox }
        && !mailbox.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '?' or '#' or '\\')
        && (Guid.TryParse(mailbox, out _) || mailbox.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < mailbox.Length - 1);
}
