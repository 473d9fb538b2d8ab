using System.Collections.Concurrent;
using System.Text.Json;
using ConferenceBot.Councils;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ConferenceBot.Teams;

/// <summary>
/// The connector's signing keys, fetched once for all councils with the same metadata, refreshed hourly and when a token names a key
/// that is not known.
/// </summary>
internal sealed class ConnectorKeys(IHttpClientFactory clients, TimeProvider machine)
{
    /// <summary>The name of the client in the factory.</summary>
    public const string HttpClientName = "BotConnectorMetadata";

    /// <summary>A key the issuer has withdrawn is refused after this time at the latest.</summary>
    public static readonly TimeSpan AutomaticRefresh = TimeSpan.FromHours(1);

    /// <summary>The shortest time between two refreshes asked for by unknown keys.</summary>
    public static readonly TimeSpan ForcedRefresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Uri, ConfigurationManager<OpenIdConnectConfiguration>> managers = new();

    public ConfigurationManager<OpenIdConnectConfiguration> For(Council council) => managers.GetOrAdd(council.OpenIdMetadataUrl, Create);

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

    private ConfigurationManager<OpenIdConnectConfiguration> Create(Uri metadata)
    {
        var documents = new HttpDocumentRetriever(clients.CreateClient(HttpClientName))
        {
            RequireHttps = !LoopbackRule.IsLoopback(metadata.IdnHost),
        };
        return new(metadata.AbsoluteUri, new OpenIdConnectConfigurationRetriever(), new PatientDocuments(documents, machine))
        {
            AutomaticRefreshInterval = AutomaticRefresh,
            RefreshInterval = ForcedRefresh,

            // A key that is not published any more is not trusted because it once was.
            UseLastKnownGoodConfiguration = false,
        };
    }

    /// <summary>
    /// Leaves an issuer that is away alone for a few seconds; otherwise every request, and each of them several times, would ask it again.
    /// </summary>
    private sealed class PatientDocuments(IDocumentRetriever documents, TimeProvider machine) : IDocumentRetriever
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        private long? failedAt;

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (failedAt is { } at && machine.GetElapsedTime(at) < Patience)
                throw new IOException("The connector's metadata could not be fetched a moment ago.");
            try
            {
                var document = await documents.GetDocumentAsync(address, cancel);
                failedAt = null;
                return document;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failedAt = machine.GetTimestamp();
                throw;
            }
        }
    }
}
