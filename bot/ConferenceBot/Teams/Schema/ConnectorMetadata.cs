using System.Text.Json.Serialization;

namespace ConferenceBot.Teams;

/// <summary>What the bot reads of the connector's OpenID metadata. The issuer it names is not used: the settings are exact.</summary>
internal sealed class ConnectorMetadata
{
    [JsonPropertyName("jwks_uri")]
    public string? JwksUri { get; set; }
}
