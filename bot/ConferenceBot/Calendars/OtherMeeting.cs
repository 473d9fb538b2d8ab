namespace ConferenceBot.Calendars;

/// <summary>Tells meetings and tasks around a conference from the conference itself. A category overrules it.</summary>
internal static class OtherMeeting
{
    private static readonly Phrases Others = new(ShippedWords.OtherMeetings);
    private static readonly Phrases Later = new(ShippedWords.ComesLater);

    /// <param name="conferenceStart">Where the conference's own words begin; "core group to follow" counts as later only behind them.</param>
    public static bool Is(string text, int conferenceStart) => Others.Find(text).Any(found =>
        found.Start < conferenceStart || !ComesLater(text.AsSpan(found.Start + found.Length)));

    private static bool ComesLater(ReadOnlySpan<char> rest)
    {
        var next = rest.TrimStart(" ,;:()-");
        if (next.Length == 0) return false;
        if (char.IsAsciiDigit(next[0])) return next.IndexOfAny(':', '.') is 1 or 2;
        return Later.Find(next.ToString()).Any(found => found.Start == 0);
    }
}
