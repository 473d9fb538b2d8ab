using ConferenceBot.Cards.Schema;

namespace ConferenceBot.Cards;

/// <summary>One card before it is put together.</summary>
/// <param name="First">The first block: neutral, readable over a shoulder.</param>
/// <param name="Toast">The line of the toast when the card is sent as it stands.</param>
/// <param name="Body">What follows; a refusal goes between.</param>
internal sealed record Sketch(string First, string Toast, IReadOnlyList<CardElement> Body)
{
    /// <summary>Whether it has a table and is better drawn as wide as the chat.</summary>
    public bool Wide { get; init; }
}
