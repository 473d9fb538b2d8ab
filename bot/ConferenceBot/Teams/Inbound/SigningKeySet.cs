using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Teams;

/// <summary>A key the connector signs with.</summary>
/// <param name="Endorsements">The channels it is endorsed for; empty when the document names none.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>The keys the connector had published at one moment. Keys without a name are left out: no token can ask for them.</summary>
internal sealed class SigningKeySet
{
    private readonly FrozenDictionary<string, SigningKey> byId;

    private SigningKeySet(IEnumerable<JsonWebKey> keys) => byId = keys
        .Where(key => key is { Kid.Length: > 0, Kty: JsonWebAlgorithmsKeyTypes.RSA } && key.Use is null or "" or JsonWebKeyUseNames.Sig)
        .GroupBy(key => key.Kid, StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => new SigningKey(same.First(), EndorsementsOf(same.First())), StringComparer.Ordinal);

    public int Count => byId.Count;

    /// <summary>The key with that name, or null.</summary>
    public SigningKey? Find(string kid) => byId.GetValueOrDefault(kid);

    /// <exception cref="InvalidDataException">The text is no key set, or has no key that could sign a token.</exception>
    public static SigningKeySet Read(string json)
    {
        try
        {
            var set = new SigningKeySet(new JsonWebKeySet(json).Keys);
            return set.Count > 0 ? set : throw new InvalidDataException("The connector's key document has no key in it.");
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            throw new InvalidDataException("The connector's key document cannot be read.", e);
        }
    }

    private static IReadOnlyList<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
