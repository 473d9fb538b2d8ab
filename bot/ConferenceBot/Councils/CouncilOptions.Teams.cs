namespace ConferenceBot.Councils;

/// <summary>How one council's Teams reaches the bot and how the bot reaches it: <c>Councils:{key}:Teams</c>.</summary>
internal sealed class TeamsOptions
{
    /// <summary>The metadata of the public Bot Connector.</summary>
    public const string PublicMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The issuer of the public Bot Connector's tokens.</summary>
    public const string PublicTokenIssuer = "https://api.botframework.com";

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
    /// Host names a token may be sent to, instead of <see cref="DefaultAllowedHosts"/>. A name of two or more labels also allows its
    /// sub-domains, except under trafficmanager.net, which many tenants share. Loopback hosts count in Development only.
    /// </summary>
    public string[]? AllowedHosts { get; set; }
}
