using Azure.Identity;

namespace ConferenceBot.Councils;

/// <summary>
/// The constants of one Microsoft cloud's Bot Connector. A council is in the cloud whose issuer its settings name; every other issuer,
/// such as one on loopback, counts as the public cloud.
/// </summary>
/// <param name="MetadataUrl">Where the connector's signing keys are found.</param>
/// <param name="TokenIssuer">The <c>iss</c> of the connector's tokens.</param>
/// <param name="Scope">What the bot asks a token for.</param>
/// <param name="AllowedHosts">Hosts that token may be sent to.</param>
/// <param name="Authority">Where the bot's tokens come from.</param>
/// <param name="ServiceUrl">Where a chat is asked for with people whose region is not known yet.</param>
internal sealed record ConnectorCloud(
    string MetadataUrl, string TokenIssuer, string Scope, IReadOnlyList<string> AllowedHosts, Uri Authority, string ServiceUrl)
{
    public static readonly ConnectorCloud Public = new(
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://api.botframework.com",
        "https://api.botframework.com/.default",
        ["botframework.com", "smba.trafficmanager.net", "teams.microsoft.com", "teams.microsoft.us"],
        AzureAuthorityHosts.AzurePublicCloud,
        "https://smba.trafficmanager.net/teams/");

    public static readonly ConnectorCloud UsGovernment = new(
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://api.botframework.us",
        "https://api.botframework.us/.default",
        ["botframework.us", "botframework.azure.us", "teams.microsoft.us"],
        AzureAuthorityHosts.AzureGovernment,
        "https://smba.infra.gov.teams.microsoft.us/teams/");

    /// <summary>What a managed identity is asked for when its token proves another application.</summary>
    public string TokenExchangeScope => this == UsGovernment ? "api://AzureADTokenExchangeUSGov/.default" : "api://AzureADTokenExchange/.default";

    /// <summary>The cloud whose connector that is.</summary>
    public static ConnectorCloud Of(string tokenIssuer) => tokenIssuer == UsGovernment.TokenIssuer ? UsGovernment : Public;

    /// <summary>The cloud whose keys are found on that host, or null when it is none of them.</summary>
    public static ConnectorCloud? OfMetadata(string url) => !Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? null
        : new[] { Public, UsGovernment }.FirstOrDefault(cloud => new Uri(cloud.MetadataUrl).IdnHost == address.IdnHost);
}
