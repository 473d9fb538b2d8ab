using System.Text.RegularExpressions;

namespace ConferenceBot.Sandbox.OwnCalendar;

/// <summary>The sandbox's own reading of the words of a conference in a subject.</summary>
internal static partial class SubjectTypes
{
    /// <summary>What is written for a conference whose type no word tells.</summary>
    public const string Any = "Child protection conference";

    /// <summary>Most exact first: what is reconvened is no longer an initial conference.</summary>
    private static readonly (Regex Words, string Kept)[] Types =
    [
        (Reconvened(), "Reconvened child protection conference"),
        (TransferIn(), "Transfer-in child protection conference"),
        (PreBirth(), "Pre-birth child protection conference"),
        (FirstReview(), "First review child protection conference"),
        (Initial(), "Initial child protection conference"),
        (Review(), "Review child protection conference"),
    ];

    /// <summary>The words kept of a type, in place of what the subject says.</summary>
    public static IEnumerable<string> All => Types.Select(type => type.Kept).Append(Any);

    /// <returns>The words to keep for the type; those of any conference when none is told.</returns>
    public static string Of(string text)
    {
        foreach (var (words, kept) in Types)
        {
            if (words.IsMatch(text))
                return kept;
        }
        return Any;
    }

    /// <summary>Whether the words say that it is a conference.</summary>
    /// <param name="withoutReference">The subject without its reference, or null when it has none.</param>
    public static bool IsConference(string text, string? withoutReference) => Conference().IsMatch(text)
        || (withoutReference is not null && Alone().IsMatch(withoutReference));

    /// <summary>Whether it is a meeting or task around a conference rather than the conference itself.</summary>
    public static bool IsAnotherMeeting(string text)
    {
        var start = Conference().Match(text) is { Success: true } found ? found.Index : text.Length;
        return Others().Matches(text).Any(other => other.Index < start || !Later().IsMatch(text[(other.Index + other.Length)..]));
    }

    private const string Cp = "(child[ (-]+protection|CP)";

    [GeneratedRegex(@"\b(ICPC|RCPC|CPC|CPCC|CPPM"
        + @"|" + Cp + @"[ (-]+(initial[ (-]+|review[ (-]+)?(case[ (-]+)?conference"
        + @"|" + Cp + @"[ (-]+review|child[ (-]+protection[ (-]+planning[ (-]+meeting"
        + @"|(initial|review)[ (-]+case[ (-]+conference|(first|1st)[ (-]+review[ (-]+conference"
        + @"|pre[ -]*birth[ (-]+(case[ (-]+)?conference|unborn[ (-]+conference|transfer([ -]*in)?[ (-]+conference"
        + @"|(reconvened|adjourned)[ (-]+conference)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Conference();

    [GeneratedRegex(@"^[^\p{L}\p{N}]*(pre[ -]*birth|unborn|transfer(red|ring)?[ -]*in|re[ -]*conven(ed|e|ing|tion)|adjourned|(first|1st)[ (-]+review)[^\p{L}\p{N}]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\b(re[ -]*convened|reconvene|reconvening|reconvention|adjourned)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reconvened();

    [GeneratedRegex(@"\b(transfer(red|ring)?[ -]*in|transfer[ (-]+(child[ (-]+protection[ (-]+)?conference)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TransferIn();

    [GeneratedRegex(@"\b(pre[ -]*birth|unborn)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PreBirth();

    [GeneratedRegex(@"\b((first|1st)[ (-]+(review|RCPC|" + Cp + @"[ (-]+review)|RCPC[ (-]+(first|1st|1))\b", RegexOptions.IgnoreCase)]
    private static partial Regex FirstReview();

    [GeneratedRegex(@"\b(ICPC|initial)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Initial();

    [GeneratedRegex(@"\b(RCPC|review)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Review();

    [GeneratedRegex(@"\b(core[ (-]+groups?|strategy[ (-]+(discussion|meeting)|minutes[ (-]+(of|for|from)|minute[ (-]+taking"
        + @"|(ICPC|RCPC|CPC|conference|draft)[ (-]+minutes|de[ -]*brief|training|briefing|supervision|reports?[ (-]+(due|deadline)"
        + @"|report[ (-]+(writing|for)|write[ (-]+report|deadline|pre[ -]*meeting|pre[ -]*meet|prep|preparation|preparing[ (-]+for"
        + @"|legal[ (-]+(planning|gateway)|professionals?'?[ (-]+meeting|child[ (-]+in[ (-]+need|(CIN|CLA|LAC)[ (-]+review"
        + @"|looked[ (-]+after[ (-]+(child[ (-]+)?review|MARAC)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"^[ ,;:()-]*([0-9]{1,2}[:.]|(to[ (-]+follow|follows|afterwards|(straight|immediately)[ (-]+after)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Later();
}
