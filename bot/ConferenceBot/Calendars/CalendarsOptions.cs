namespace ConferenceBot.Calendars;

/// <summary>Which calendars hold one council's conferences and how they are told from other meetings: <c>Councils:{key}:Calendars</c>.</summary>
internal sealed class CalendarsOptions
{
    /// <summary>Mailboxes to read, by address or Entra object id; at least one, each once.</summary>
    public string[] Mailboxes { get; set; } = [];

    public RecognitionOptions Recognition { get; set; } = new();

    public WindowOptions Window { get; set; } = new();
}

/// <summary>The stretch of calendar that is read, counted from the day of a round's start.</summary>
internal sealed class WindowOptions
{
    /// <summary>Days before; 0 to 365, default 7.</summary>
    public int DaysBack { get; set; } = 7;

    /// <summary>Days after; 1 to 730, default 200: a review follows within six months.</summary>
    public int DaysAhead { get; set; } = 200;
}

/// <summary>What makes an event a conference. Every list left out means the shipped words.</summary>
internal sealed class RecognitionOptions
{
    /// <summary>Outlook categories that say an event is a conference, whatever its subject; compared without case. Default: none.</summary>
    public string[]? Categories { get; set; }

    public TypeWordsOptions Types { get; set; } = new();

    /// <summary>The council's own patterns, at most 20, instead of the shipped rules for references; the first that finds a reference counts. Default: none.</summary>
    public SubjectPatternOptions[]? Patterns { get; set; }
}

/// <summary>
/// Words in a subject that say it is a conference of a type; found as whole words without case, a space or hyphen in them standing for either.
/// A list given here replaces the shipped words of its type.
/// </summary>
internal sealed class TypeWordsOptions
{
    public string[]? Initial { get; set; }
    public string[]? FirstReview { get; set; }
    public string[]? Review { get; set; }
    public string[]? PreBirth { get; set; }
    public string[]? TransferIn { get; set; }
    public string[]? Reconvened { get; set; }
}

/// <summary>A pattern for subjects. Dates, telephone numbers and ten-digit numbers are refused as references all the same.</summary>
internal sealed class SubjectPatternOptions
{
    /// <summary>
    /// A regular expression of at most 500 characters, compared without case, with a group named <c>reference</c> and, if wanted, one named
    /// <c>type</c> that takes the words or the name of a type. A reference has a digit and at most 64 characters.
    /// </summary>
    public string? Pattern { get; set; }

    /// <summary>The type of every conference it finds (Initial, FirstReview, Review, PreBirth, TransferIn, Reconvened). Default: what the subject says.</summary>
    public string? Type { get; set; }
}
