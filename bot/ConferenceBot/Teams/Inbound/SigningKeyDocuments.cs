using System.Text.Json;
using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>Fetches the connector's keys: first the metadata, then the key document it names.</summary>
internal sealed class SigningKeyDocuments(IHttpClientFactory clients, IHostEnvironment environment, TimeProvider machine)
{
    /// <summary>The name of the client in the factory.</summary>
    public const string HttpClientName = "BotConnectorMetadata";

    /// <summary>The longest both documents may take together; machine time.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>The largest document read.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <exception cref="HttpRequestException">A document could not be fetched.</exception>
    /// <exception cref="OperationCanceledException">They took longer than <see cref="Timeout"/>.</exception>
    /// <exception cref="InvalidDataException">A document is not what it should be.</exception>
    public async Task<SigningKeySet> FetchAsync(Uri metadata)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var limit = new CancellationTokenSource(Timeout, machine);
        var keys = KeysUrl(await client.GetStringAsync(metadata, limit.Token));
        if (LoopbackRule.Problem(keys, environment.IsDevelopment()) is { } problem)
            throw new InvalidDataException($"The address of the connector's keys {problem}.");
        return SigningKeySet.Read(await client.GetStringAsync(keys, limit.Token));
    }

    private static string? KeysUrl(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TeamsJson.Wire.ConnectorMetadata)?.JwksUri;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The connector's metadata cannot be read.", e);
        }
    }
}
