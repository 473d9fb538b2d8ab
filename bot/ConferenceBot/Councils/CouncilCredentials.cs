using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Identity;

namespace ConferenceBot.Councils;

/// <inheritdoc/>
internal sealed class CouncilCredentials(CouncilsLookup councils, IHttpClientFactory clients, TimeProvider machine) : ICouncilCredentials
{
    private readonly ConcurrentDictionary<string, TokenCredential> current = new(StringComparer.Ordinal);
    private readonly Lock renewing = new();

    public TokenCredential For(string council)
    {
        if (current.TryGetValue(council, out var credential))
            return credential;
        lock (renewing)
            return current.GetOrAdd(council, key => Create(councils[key]));
    }

    public TokenCredential Renew(string council, TokenCredential refused)
    {
        lock (renewing)
        {
            if (current.TryGetValue(council, out var present) && !ReferenceEquals(present, refused))
                return present;
            return current[council] = Create(councils[council]);
        }
    }

    private TokenCredential Create(Council council)
    {
        var (identity, authority) = (council.Identity, council.Cloud.Authority);
        return council.IdentityKind switch
        {
            IdentityKind.ManagedIdentity => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity.ClientId)),
            IdentityKind.Certificate => new ClientCertificateCredential(
                identity.TenantId, identity.ClientId, identity.CertificatePath, new ClientCertificateCredentialOptions { AuthorityHost = authority }),
            IdentityKind.Secret => new ClientSecretCredential(
                identity.TenantId, identity.ClientId, identity.Secret, new ClientSecretCredentialOptions { AuthorityHost = authority }),
            IdentityKind.FederatedAssertion => new ClientAssertionCredential(
                identity.TenantId, identity.ClientId, Assertion(council), new ClientAssertionCredentialOptions { AuthorityHost = authority }),
            IdentityKind.LoopbackToken => new LoopbackTokenCredential(identity, clients, machine),
            _ => throw new UnreachableException(),
        };
    }

    private static Func<CancellationToken, Task<string>> Assertion(Council council)
    {
        var identity = council.Identity;
        var source = new ManagedIdentityCredential(string.IsNullOrWhiteSpace(identity.ManagedIdentityClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(identity.ManagedIdentityClientId));
        return async ct => (await source.GetTokenAsync(new TokenRequestContext([council.Cloud.TokenExchangeScope]), ct)).Token;
    }
}
