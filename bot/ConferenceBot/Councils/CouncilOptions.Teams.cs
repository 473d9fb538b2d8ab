namespace ConferenceBot.Councils;

/// <summary>How one council's Teams reaches the bot and how the bot reaches it: <c>Councils:{key}:Teams</c>.</summary>
internal sealed class TeamsOptions
{
    /// <summary>The metadata of the public Bot Connector.</summary>
    public const string PublicMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The issuer of the public Bot Connector's tokens.</summary>
    public const string PublicTokenIssuer = "https://api.botframework.com";

    /// <summary>The public cloud's address for people whose region is not known yet.</summary>
    public const string PublicServiceUrl = "https://smba.trafficmanager.net/teams/";

    /// <summary>Hosts a connector token may be sent to when <see cref="AllowedHosts"/> is empty.</summary>
    public static IReadOnlyList<string> DefaultAllowedHosts { get; } =
        ["botframework.com", "smba.trafficmanager.net", "teams.microsoft.com", "teams.microsoft.us"];

    /// <summary>The bot's app id, a guid; the audience of every inbound token and the selector of the council. Unique over all councils.</summary>
    public string? AppId { get; set; }

    /// <summary>The council's Entra tenant, a guid; activities of other tenants are refused.</summary>
    public string? TenantId { get; set; }

    /// <summary>Where the connector's signing keys are found. Default: the public Bot Connector. https, or loopback in Development.</summary>
    public string OpenIdMetadataUrl { get; set; } = PublicMetadataUrl;

    /// <summary>The exact <c>iss</c> of inbound tokens. Default: the public Bot Connector.</summary>
    public string TokenIssuer { get; set; } = PublicTokenIssuer;

    /// <summary>
    /// Where a personal chat is asked for with somebody who has never written to the bot; a person's own address counts as soon as a turn has
    /// brought it. Default: the public cloud's. Checked like every address before a token leaves.
    /// </summary>
    public string ServiceUrl { get; set; } = PublicServiceUrl;

    /// <summary>
    /// The app's id in the organisation's app catalogue, a guid (not the manifest's id). With it the bot is installed through Graph for
    /// professionals who do not have it; empty = they wait until an administrator's policy installs it.
    /// </summary>
    public string? CatalogAppId { get; set; }

    /// <summary>
    /// Host names a token may be sent to, instead of <see cref="DefaultAllowedHosts"/>. A name of two or more labels also allows its
    /// sub-domains, except under trafficmanager.net, which many tenants share. Loopback hosts count in Development only.
    /// </summary>
    public string[]? AllowedHosts { get; set; }
}
