namespace ConferenceBot.Councils;

/// <summary>Who the host is towards Microsoft for one council: <c>Councils:{key}:Identity</c>. Never printed or logged.</summary>
internal sealed class IdentityOptions
{
    /// <summary>One of <see cref="IdentityKind"/>, by name. Required.</summary>
    public string? Kind { get; set; }

    /// <summary>The application, or user-assigned managed identity, that asks for tokens. Default: the council's <c>Teams:AppId</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>The tenant tokens are asked from, a guid or a domain. Default: the council's <c>Teams:TenantId</c>.</summary>
    public string? TenantId { get; set; }

    /// <summary>The client secret; with <see cref="IdentityKind.Secret"/> and <see cref="IdentityKind.LoopbackToken"/>.</summary>
    public string? Secret { get; set; }

    /// <summary>A .pfx or .pem file with its private key; with <see cref="IdentityKind.Certificate"/>.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The client-credentials endpoint on loopback; with <see cref="IdentityKind.LoopbackToken"/>.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>
    /// With <see cref="IdentityKind.FederatedAssertion"/>: the user-assigned managed identity whose token is the assertion.
    /// Empty means the system-assigned one.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }
}

/// <summary>The ways to prove who the host is.</summary>
internal enum IdentityKind
{
    /// <summary>An Azure managed identity; nothing secret is held.</summary>
    ManagedIdentity,

    /// <summary>A certificate file.</summary>
    Certificate,

    /// <summary>A client secret.</summary>
    Secret,

    /// <summary>A managed identity's token presented as the application's assertion; nothing secret is held.</summary>
    FederatedAssertion,

    /// <summary>A token endpoint on loopback; Development only.</summary>
    LoopbackToken,
}
