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
    /// Where a personal chat is asked for with somebody who has never written to the bot; a person's own address counts as soon as a turn has
    /// brought it. Empty = the cloud's own. Checked like every address before a token leaves.
    /// </summary>
    public string? ServiceUrl { get; set; }

    /// <summary>
    /// The app's id in the organisation's app catalogue, a guid (not the manifest's id). With it the bot is installed through Graph for
    /// professionals who do not have it; empty = they wait until an administrator's policy installs it.
    /// </summary>
    public string? CatalogAppId { get; set; }

    /// <summary>
    /// Host names a token may be sent to, instead of the cloud's own. A name of two or more labels also allows its
    /// sub-domains, except under trafficmanager.net, which many tenants share. Loopback hosts count in Development only.
    /// </summary>
    public string[]? AllowedHosts { get; set; }
}
