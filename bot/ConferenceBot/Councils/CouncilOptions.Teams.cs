namespace ConferenceBot.Councils;

/// <summary>How one council's Teams reaches the bot and how the bot reaches it: <c>Councils:{key}:Teams</c>.</summary>
internal sealed class TeamsOptions
{
    /// <summary>The bot's app id, a guid; the audience of every inbound token and the selector of the council. Unique over all councils.</summary>
    public string? AppId { get; set; }

    /// <summary>The council's Entra tenant, a guid; activities of other tenants are refused.</summary>
    public string? TenantId { get; set; }

    /// <summary>Where the connector's signing keys are found. Default: the public Bot Connector. https, or loopback in Development.</summary>
    public string OpenIdMetadataUrl { get; set; } = ConnectorCloud.Public.MetadataUrl;

    /// <summary>
    /// The exact <c>iss</c> of inbound tokens. Default: the public Bot Connector. With the issuer of the US Government's, the bot's own
    /// tokens and the default hosts are that cloud's too (<see cref="ConnectorCloud"/>).
    /// </summary>
    public string TokenIssuer { get; set; } = ConnectorCloud.Public.TokenIssuer;

    /// <summary>
    /// Host names a token may be sent to, instead of the cloud's own. A name of two or more labels also allows its
    /// sub-domains, except under trafficmanager.net, which many tenants share. Loopback hosts count in Development only.
    /// </summary>
    public string[]? AllowedHosts { get; set; }
}
