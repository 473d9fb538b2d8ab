using System.Text.Json.Serialization;

namespace ConferenceBot.Cards.Schema;

/// <summary>An Adaptive Card, schema 1.5, with the schema's own names; only what the bot's cards use.</summary>
internal sealed record AdaptiveCard
{
    public string Type { get; } = "AdaptiveCard";
    public string Version { get; } = "1.5";

    /// <summary>Two letters; screen readers choose their voice by it.</summary>
    public required string Lang { get; init; }

    /// <summary>What a client shows that cannot draw the card; as neutral as the first block.</summary>
    public required string FallbackText { get; init; }
    public required IReadOnlyList<CardElement> Body { get; init; }

    [JsonPropertyName("msteams")]
    public MsTeams? MsTeams { get; init; }
}

/// <summary>What Teams adds to the schema.</summary>
internal sealed record MsTeams
{
    /// <summary><c>Full</c> uses the width of the chat.</summary>
    public string? Width { get; init; }
}
