using Microsoft.Extensions.Primitives;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>One call of the bot, taken off the wire.</summary>
/// <param name="Path">The values of the operation's braces, in order: conversation, then activity or member.</param>
internal sealed record ConnectorCall(IReadOnlyList<string> Path, string Body, IReadOnlyDictionary<string, StringValues> Query)
{
    public string Conversation => Path[0];

    public string? Option(string name) => Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
