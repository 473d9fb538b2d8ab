using System.Collections.Concurrent;
using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>The connectors' signing keys, held once for all councils with the same metadata.</summary>
internal sealed class ConnectorKeys(SigningKeyDocuments documents, TimeProvider machine, ILogger<ConnectorKeys> logger)
{
    private readonly ConcurrentDictionary<Uri, SigningKeySource> sources = new();

    /// <summary>The key of that name for a council's tokens.</summary>
    public ValueTask<KeyAnswer> FindAsync(Council council, string kid, CancellationToken ct) =>
        sources.GetOrAdd(council.OpenIdMetadataUrl, Create).FindAsync(kid, ct);

    /// <summary>Connectors whose keys could not be fetched the last time.</summary>
    public int Away => sources.Values.Count(source => source.Failures > 0);

    private SigningKeySource Create(Uri metadata) => new(() => documents.FetchAsync(metadata), machine, logger);
}
