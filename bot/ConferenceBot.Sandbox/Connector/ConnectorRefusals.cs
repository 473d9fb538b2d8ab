using System.Globalization;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>One row of the table of refusals in protocol.md, section D.</summary>
/// <param name="Mode">Its name among the fault controls.</param>
/// <param name="Code">The code in the body; null for a body without one.</param>
/// <param name="Answer">Made anew for each call, given the time.</param>
internal sealed record ConnectorRefusal(string Mode, int Status, string? Code, string Label, string Help, Func<DateTimeOffset, Answer> Answer)
{
    /// <summary>Whether it is about a message, and so refuses updates and deletions only.</summary>
    public bool OfMessage { get; init; }

    /// <summary>Whether it is about a chat, and so does not refuse opening one.</summary>
    public bool OfChat { get; init; }

    public bool Concerns(string method, int ids) => OfMessage ? method is "PUT" or "DELETE" : !OfChat || ids > 0;
}

/// <summary>Everything with which Teams refuses a bot, each to be had on purpose.</summary>
internal static class ConnectorRefusals
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    public static readonly IReadOnlyList<ConnectorRefusal> All =
    [
        Named("400", 400, "Bad Argument", "Message malformed", "Teams says that the message is wrong."),
        Named("BotNotRegistered", 401, "BotNotRegistered", "Bot not registered", "Teams does not know the bot."),
        Named("BotDisabledByAdmin", 403, "BotDisabledByAdmin", "Bot switched off", "The Teams administrator has switched the bot off."),
        Named("BotNotInConversationRoster", 403, "BotNotInConversationRoster", "Not installed",
            "The app is not installed for the person; when this is put right it is installed again for those it concerned."),
        new("ConversationBlockedByUser", 403, "ConversationBlockedByUser", "Blocked by the person", "The person has blocked the bot.",
            _ => ConnectorAnswers.Error(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.")),
        new("MessageWritesBlocked", 403, "MessageWritesBlocked", "Blocked, told the other way",
            "The person has blocked the bot, and Teams says so as text inside text.", _ => ConnectorAnswers.Blocked()),
        Named("InvalidBotApiHost", 403, "InvalidBotApiHost", "Wrong cloud", "The council is in a government cloud with another address."),
        Named("NotEnoughPermissions", 403, "NotEnoughPermissions", "Not allowed", "A policy or the person's kind of account forbids it."),
        Named("ConversationNotFound", 404, "ConversationNotFound", "Chat not found", "The chat is not known under its id any more; opening it anew works.") with { OfChat = true },
        Named("ActivityNotFoundInConversation", 404, "ActivityNotFoundInConversation", "Card deleted",
            "The card to be updated has been deleted; new ones arrive.") with { OfMessage = true },
        Named("412", 412, "PreconditionFailed", "Changed meanwhile", "Two changes met; the call is to be tried again."),
        Named("413", 413, "MessageSizeTooBig", "Too big", "The message is larger than Teams takes."),
        new("429", 429, "Throttled", "Too many messages", "Teams asks the bot to wait two seconds.",
            _ => ConnectorAnswers.Throttled((int)Wait.TotalSeconds)),
        new("429-date", 429, "Throttled", "Too many messages, wait until", "Teams asks the bot to wait until a time of day.",
            now => Throttled((now + Wait).ToString("R", CultureInfo.InvariantCulture))),
        new("429-none", 429, "Throttled", "Too many messages, no wait named", "Teams asks the bot to wait and does not say how long.",
            _ => Throttled(null)),
        Named("500", 500, "ServiceError", "Failure in Teams", "Something is wrong inside Teams; trying again is not asked for."),
        Named("502", 502, "ServiceError", "Bad gateway", "A server on the way got no proper answer.") with { Code = null, Answer = _ => new Answer(502) },
        Named("503", 503, "ServiceUnavailable", "Out of service", "Teams says that it is unavailable.") with { Code = null, Answer = _ => new Answer(503) },
        Named("504", 504, "GatewayTimeout", "Gateway time-out", "A server on the way waited in vain.") with { Code = null, Answer = _ => new Answer(504) },
        new("empty", 500, null, "Failure without a word", "An error comes with an empty body.", _ => new Answer(500)),
        new("html", 502, null, "A web page in place of an answer", "A proxy answers with a page for people.",
            _ => new Answer(502) { Html = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>" }),
    ];

    /// <returns>The refusal of a mode; null for a mode that is none.</returns>
    public static ConnectorRefusal? Find(string mode) => All.FirstOrDefault(refusal => refusal.Mode == mode);

    private static ConnectorRefusal Named(string mode, int status, string code, string label, string help) =>
        new(mode, status, code, label, help, _ => ConnectorAnswers.Error(status, code, label + "."));

    private static Answer Throttled(string? retryAfter) => ConnectorAnswers.Error(429, "Throttled", "Too many requests.") with
    {
        Headers = retryAfter is null ? [] : new() { ["Retry-After"] = retryAfter },
    };
}
