namespace ConferenceBot.Councils;

/// <summary>One council's validated settings. Not a record: its identity must never be printed.</summary>
internal sealed class Council
{
    /// <summary>The key of the council's settings and of every row it owns.</summary>
    public required string Key { get; init; }

    /// <summary>Whether this is the deployment's own council.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>The bot's app id; also the only audience accepted for this council.</summary>
    public required Guid AppId { get; init; }

    public required Guid TenantId { get; init; }

    public required Uri OpenIdMetadataUrl { get; init; }

    public required string TokenIssuer { get; init; }

    /// <summary>The cloud the council's Teams is in.</summary>
    public ConnectorCloud Cloud => ConnectorCloud.Of(TokenIssuer);

    /// <summary>Host names a connector token may be sent to; never empty.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    /// <summary>Where a chat is asked for with somebody who has never written to the bot.</summary>
    public string ServiceUrl { get; init; } = ConnectorCloud.Public.ServiceUrl;

    /// <summary>The app's id in the organisation's catalogue; null = the bot does not install itself for anybody.</summary>
    public Guid? CatalogAppId { get; init; }

    public required IdentityKind IdentityKind { get; init; }

    /// <summary>With <see cref="IdentityOptions.ClientId"/> and <see cref="IdentityOptions.TenantId"/> filled from their defaults.</summary>
    public required IdentityOptions Identity { get; init; }

    internal static Council From(string key, CouncilOptions options, bool isDefault) => new()
    {
        Key = key,
        IsDefault = isDefault,
        AppId = Guid.Parse(options.Teams.AppId!),
        TenantId = Guid.Parse(options.Teams.TenantId!),
        OpenIdMetadataUrl = new Uri(options.Teams.OpenIdMetadataUrl),
        TokenIssuer = options.Teams.TokenIssuer,
        AllowedHosts = options.Teams.AllowedHosts is { Length: > 0 } hosts ? hosts : ConnectorCloud.Of(options.Teams.TokenIssuer).AllowedHosts,
        ServiceUrl = Or(options.Teams.ServiceUrl, ConnectorCloud.Of(options.Teams.TokenIssuer).ServiceUrl),
        CatalogAppId = string.IsNullOrWhiteSpace(options.Teams.CatalogAppId) ? null : Guid.Parse(options.Teams.CatalogAppId),
        IdentityKind = Enum.Parse<IdentityKind>(options.Identity.Kind!),
        Identity = new IdentityOptions
        {
            Kind = options.Identity.Kind,
            ClientId = Or(options.Identity.ClientId, options.Teams.AppId!),
            TenantId = Or(options.Identity.TenantId, options.Teams.TenantId!),
            Secret = options.Identity.Secret,
            CertificatePath = options.Identity.CertificatePath,
            TokenUrl = options.Identity.TokenUrl,
            ManagedIdentityClientId = options.Identity.ManagedIdentityClientId,
        },
    };

    private static string Or(string? value, string fallback) => string.IsNullOrWhiteSpace(value) ? fallback : value;
}
