using System.Collections.Concurrent;
using System.Text.Json;
using ConferenceBot.Councils;
using Microsoft.IdentityModel.Protocols;

namespace ConferenceBot.Teams;

/// <summary>
/// The connector's signing keys, fetched once for all councils with the same metadata.
/// </summary>
internal sealed class ConnectorKeys(IHttpClientFactory clients, TimeProvider machine) : IDisposable
{
    /// <summary>The name of the client in the factory.</summary>
    public const string HttpClientName = "BotConnectorMetadata";

    /// <summary>A key the issuer has withdrawn is refused after this time at the latest, while the issuer answers.</summary>
    public static readonly TimeSpan AutomaticRefresh = TimeSpan.FromHours(1);

    /// <summary>How long a fetch asked for by an unknown key counts against those that follow.</summary>
    public static readonly TimeSpan ForcedRefresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Uri, KeyRing> rings = new();

    public KeyRing For(Council council) => rings.GetOrAdd(council.OpenIdMetadataUrl, Create);

    /// <summary>The channels a key is endorsed for; empty when the key is gone or carries no endorsements.</summary>
    public async Task<IReadOnlyList<string>> EndorsementsAsync(Council council, string? kid, CancellationToken ct)
    {
        var configuration = await For(council).GetConfigurationAsync(ct);
        var key = configuration.JsonWebKeySet?.Keys.FirstOrDefault(key => string.Equals(key.Kid, kid, StringComparison.Ordinal));
        return key is not null && key.AdditionalData.TryGetValue("endorsements", out var value)
            && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
    }

    public void Dispose()
    {
        foreach (var ring in rings.Values) ring.Dispose();
    }

    private KeyRing Create(Uri metadata) => new(
        metadata,
        new HttpDocumentRetriever(clients.CreateClient(HttpClientName)) { RequireHttps = !LoopbackRule.IsLoopback(metadata.IdnHost) },
        machine)
    {
        // A key that is not published any more is not trusted because it once was.
        UseLastKnownGoodConfiguration = false,
    };
}
