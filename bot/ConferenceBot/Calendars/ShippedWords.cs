namespace ConferenceBot.Calendars;

/// <summary>The words English councils use in subjects, as far as the settings name none. Councils word things their own way: these are a start.</summary>
internal static class ShippedWords
{
    public static readonly string[] Initial =
    [
        "ICPC", "initial CPC", "initial child protection conference", "initial child protection case conference", "initial CP conference",
        "child protection initial conference", "CP initial conference", "initial case conference",
    ];

    public static readonly string[] FirstReview =
    [
        "first review child protection conference", "1st review child protection conference", "first RCPC", "1st RCPC",
        "first review CPC", "1st review CPC", "first review conference", "1st review conference", "first CP review", "first child protection review",
    ];

    public static readonly string[] Review =
    [
        "RCPC", "review CPC", "review child protection conference", "review child protection case conference", "review CP conference",
        "child protection review conference", "child protection review", "CP review conference", "CP review", "review case conference",
    ];

    public static readonly string[] PreBirth =
    [
        "pre-birth conference", "pre-birth child protection conference", "pre-birth ICPC", "pre-birth CPC", "pre-birth CP conference",
        "pre-birth case conference", "unborn conference",
    ];

    public static readonly string[] TransferIn =
    [
        "transfer-in conference", "transfer-in child protection conference", "transfer-in ICPC", "transfer-in CPC", "transfer-in CP conference",
        "transfer conference", "transfer child protection conference",
    ];

    public static readonly string[] Reconvened =
    [
        "reconvened conference", "reconvened child protection conference", "reconvened ICPC", "reconvened RCPC", "reconvened CPC",
        "reconvened CP conference", "adjourned conference",
    ];

    /// <summary>A conference, of a type that other words have to tell.</summary>
    public static readonly string[] AnyConference =
    [
        "child protection conference", "child protection case conference", "CP conference", "CP case conference", "CPC", "CPCC",
        "child protection planning meeting", "CPPM",
    ];

    /// <summary>
    /// Words that make a more exact type of something already known to be a conference; alone they count only when nothing but a reference is
    /// beside them.
    /// </summary>
    public static readonly string[] PreBirthHints = ["pre-birth", "unborn"];
    public static readonly string[] TransferInHints = ["transfer-in", "transferred-in", "transferring-in"];
    public static readonly string[] ReconvenedHints = ["reconvened", "reconvene", "reconvening", "re-convened", "reconvention", "adjourned"];
    public static readonly string[] FirstReviewHints = ["first review", "1st review", "first RCPC", "1st RCPC", "RCPC first", "RCPC 1st", "RCPC 1"];

    /// <summary>Too common to count unless a category or <see cref="AnyConference"/> says what the event is.</summary>
    public static readonly string[] InitialHints = ["initial"];
    public static readonly string[] ReviewHints = ["review"];

    /// <summary>Meetings and tasks around a conference that carry its words and reference.</summary>
    public static readonly string[] OtherMeetings =
    [
        "core group", "core groups", "strategy discussion", "strategy meeting", "minutes of", "minutes for", "minutes from", "minute taking",
        "ICPC minutes", "RCPC minutes", "CPC minutes", "conference minutes", "draft minutes", "debrief", "de-brief", "training", "briefing",
        "supervision", "report due", "reports due", "report deadline", "reports deadline", "report writing", "write report", "report for",
        "deadline", "pre-meeting", "pre-meet", "prep", "preparation", "preparing for", "legal planning", "legal gateway", "professionals meeting",
        "professionals' meeting", "professional meeting", "child in need", "CIN review", "CLA review", "LAC review", "looked after review",
        "looked after child review", "MARAC",
    ];

    /// <summary>Right after one of <see cref="OtherMeetings"/>: it comes later or beside, the event itself is the conference.</summary>
    public static readonly string[] ComesLater = ["to follow", "follows", "afterwards", "straight after", "immediately after"];
}
