using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Identity;

namespace ConferenceBot.Councils;

/// <inheritdoc/>
internal sealed class CouncilCredentials(CouncilsLookup councils, IHttpClientFactory clients, TimeProvider machine) : ICouncilCredentials
{
    private const string TokenExchangeScope = "api://AzureADTokenExchange/.default";

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
        var identity = council.Identity;
        return council.IdentityKind switch
        {
            IdentityKind.ManagedIdentity => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity.ClientId)),
            IdentityKind.Certificate => new ClientCertificateCredential(identity.TenantId, identity.ClientId, identity.CertificatePath),
            IdentityKind.Secret => new ClientSecretCredential(identity.TenantId, identity.ClientId, identity.Secret),
            IdentityKind.FederatedAssertion => new ClientAssertionCredential(identity.TenantId, identity.ClientId, Assertion(identity)),
            IdentityKind.LoopbackToken => new LoopbackTokenCredential(identity, clients, machine),
            _ => throw new UnreachableException(),
        };
    }

    private static Func<CancellationToken, Task<string>> Assertion(IdentityOptions identity)
    {
        var source = new ManagedIdentityCredential(string.IsNullOrWhiteSpace(identity.ManagedIdentityClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(identity.ManagedIdentityClientId));
        return async ct => (await source.GetTokenAsync(new TokenRequestContext([TokenExchangeScope]), ct)).Token;
    }
}
