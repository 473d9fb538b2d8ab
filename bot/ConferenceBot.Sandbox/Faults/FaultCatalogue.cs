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
