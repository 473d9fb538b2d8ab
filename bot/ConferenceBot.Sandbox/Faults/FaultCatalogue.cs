using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Connector;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>Everything that can be broken, in words for the page.</summary>
internal static class FaultCatalogue
{
    public const string On = "on";

    /// <summary>Parts that <c>--disable</c> takes from the start.</summary>
    public static readonly IReadOnlyList<string> Disablable = ["connector", "graph", "clock"];

    public static readonly IReadOnlyList<FaultPart> All =
    [
        new("graph", "Calendars and directory",
        [
            new(On, "Working", "Calendars and people can be read."),
            new("off", "Not there", "Every call is cut off before an answer."),
            new("503", "Out of service", "Microsoft says that the service is unavailable."),
            new("429", "Too many calls", "Microsoft asks the bot to wait five seconds before each call."),
            new("timeout", "No answer", "Calls hang until the bot gives up waiting."),
            new("401", "Sign-in refused", "Microsoft does not accept the bot's token."),
            new("410", "Bookmark forgotten", "Microsoft no longer knows where the bot had read to, so it must read everything again."),
            new("empty", "Empty pages", "Every page of the calendar is preceded by an empty one."),
            new("repeat", "Repeated pages", "Every page of the calendar comes twice."),
        ], []),
        new("mailbox", "One calendar",
        [
            new(On, "Working", "The conference team's calendar can be read."),
            new("404", "Gone", "Microsoft says that this mailbox does not exist any more."),
            new("403", "Consent withdrawn", "Microsoft says that the bot may not read this calendar."),
            new("429", "Too many calls", "Microsoft asks the bot to wait three seconds before each call to this calendar."),
            new("429-date", "Too many calls until a time", "Microsoft names the time before which this calendar may not be asked again."),
            new("500", "Error", "Microsoft fails at every call to this calendar."),
            new("503", "Out of service", "Microsoft says that this calendar is unavailable."),
            new("timeout", "No answer", "Calls to this calendar hang until the bot gives up waiting."),
            new("truncated", "Half pages", "Only the first half of every page of this calendar arrives."),
            new("410", "Bookmark forgotten", "Microsoft no longer knows where the bot had read to in this calendar."),
            new("empty", "Empty pages", "Every page of this calendar is preceded by an empty one."),
            new("repeat", "Repeated pages", "Every page of this calendar comes twice."),
        ], []),
        new("directory", "Who is who",
        [
            new(On, "Working", "People can be looked up."),
            new("503", "Out of service", "Microsoft says that the directory is unavailable."),
            new("429", "Too many calls", "Microsoft asks the bot to wait three seconds before it looks anybody up."),
            new("403", "Consent withdrawn", "Microsoft says that the bot may not look people up."),
            new("batch", "One of many fails", "Of several people looked up together the first is refused."),
            new("skew", "Clock ahead", "The clock of Microsoft is ten minutes ahead."),
        ], []),
        new("notices", "News of changes",
        [
            new(On, "Working", "The bot is told at once when a calendar changes."),
            new("lost", "Lost", "No news arrives, and Microsoft says so once it works again."),
            new("silent", "Lost without a word", "No news arrives, and nobody says so afterwards."),
            new("twice", "Twice", "All news arrives twice."),
            new("reordered", "Out of order", "The newest of the news arrives first."),
        ],
        [
            new("removed", "Taken back", "Microsoft ends what the bot asked to be told of, and says so."),
            new("expired", "Run out", "What the bot asked to be told of ends without a word."),
            new("reauthorize", "Asked again", "Microsoft asks the bot whether it still wants to be told."),
            new("missed", "Some missed", "Microsoft says that some news was lost."),
        ]),
        new("connector", "Messages in Teams",
        [
            new(On, "Working", "Cards and messages arrive."),
            new("off", "Not there", "Every call is cut off before an answer."),
            new("timeout", "No answer", "Calls hang until the bot gives up waiting."),
            new("late", "Arrives, but nobody says so", "A message arrives in the chat, the bot waits in vain to hear that it has, and so may send it twice."),
            .. ConnectorRefusals.All.Select(refusal => new FaultMode(refusal.Mode, refusal.Label, refusal.Help)),
        ], []),
        new("clock", "The clock",
        [
            new(On, "Working", "The bot can ask what time it is."),
            new("off", "Not there", "The bot cannot ask what time it is and keeps the time it knew."),
            new("503", "Out of service", "The clock answers that it is unavailable."),
        ], []),
        new("database", "The bot's memory",
        [
            new(On, "Working", "The bot can write down what it does."),
            new("off", "Locked", "Another program holds the database, so the bot can save nothing."),
        ], []),
        new("tokens", "Signing keys", [],
        [
            new("rotate", "New key", "Teams signs with a new key; the old one is still published."),
            new("replace", "New key, old one withdrawn", "Teams signs with a new key and no longer publishes the old one."),
        ]),
        new("host", "The bot's program", [],
        [
            new("kill", "Kill", "The program is ended at once, in the middle of whatever it does."),
            new("restart", "Start again", "The program is ended and started again."),
        ]),
    ];

    /// <summary>Parts that stay in a mode.</summary>
    public static IEnumerable<string> Parts => All.Where(part => part.Modes.Count > 0).Select(part => part.Part);

    /// <returns>The mode; null when part or mode is unknown.</returns>
    public static FaultMode? Find(string part, string mode) => All.FirstOrDefault(candidate => candidate.Part == part)?.Find(mode);

    /// <summary>Whether it is an act that happens and is over.</summary>
    public static bool IsOnce(string part, string mode) => All.Any(one => one.Part == part && one.Once.Any(act => act.Mode == mode));

    public static string PartLabel(string part) => All.First(candidate => candidate.Part == part).Label;

    public static JsonArray ToJson() => new([.. All.Select(part =>
    {
        var json = new JsonObject { ["part"] = part.Part, ["label"] = part.Label, ["modes"] = ToJson(part.Modes) };
        if (part.Once.Count > 0)
            json["once"] = ToJson(part.Once);
        return (JsonNode)json;
    })]);

    private static JsonArray ToJson(IEnumerable<FaultMode> modes) => new([.. modes.Select(mode => (JsonNode)new JsonObject
    {
        ["mode"] = mode.Mode,
        ["label"] = mode.Label,
        ["help"] = mode.Help,
    })]);
}
