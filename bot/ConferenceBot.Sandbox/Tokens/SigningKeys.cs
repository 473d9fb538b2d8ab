using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Tokens;

/// <summary>The issuer's RSA keys, in memory only. The newest signs; what is published can be fewer than what still verifies.</summary>
internal sealed class SigningKeys : IDisposable
{
    private sealed record Key(string Kid, RSA Rsa, string[] Endorsements)
    {
        public bool Published { get; set; } = true;
    }

    private readonly Lock _gate = new();
    private readonly List<Key> _keys = [];

    public SigningKeys() => Rotate();

    /// <summary>Makes a new key and signs with it from now on.</summary>
    /// <param name="keepOld">Whether the older keys stay in the published set.</param>
    /// <param name="endorsements">Channels the new key may speak for; "msteams" when empty.</param>
    /// <returns>The new key's id.</returns>
    public string Rotate(bool keepOld = false, params string[] endorsements)
    {
        var key = new Key(Ids.Opaque(12), RSA.Create(2048), endorsements.Length == 0 ? ["msteams"] : endorsements);
        lock (_gate)
        {
            foreach (var old in _keys.Where(_ => !keepOld))
                old.Published = false;
            _keys.Add(key);
        }
        return key.Kid;
    }

    /// <returns>A signed RS256 token with the claims given.</returns>
    public string Sign(JsonObject claims)
    {
        Key key;
        lock (_gate)
            key = _keys[^1];
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = key.Kid, ["x5t"] = key.Kid };
        var signed = Ids.Base64Url(Encoding.UTF8.GetBytes(header.ToJsonString())) + "."
            + Ids.Base64Url(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        var signature = key.Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return signed + "." + Ids.Base64Url(signature);
    }

    /// <returns>The claims when one of this issuer's keys signed the token with RS256; null otherwise. Times are not looked at.</returns>
    public JsonObject? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || Decode(parts[0]) is not { } header || Decode(parts[1]) is not { } claims)
            return null;
        Key? key;
        lock (_gate)
            key = _keys.Find(candidate => candidate.Kid == header.Text("kid"));
        var signature = Ids.FromBase64Url(parts[2]);
        if (key is null || signature is null || header.Text("alg") != "RS256")
            return null;
        var data = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]);
        return key.Rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) ? claims : null;
    }

    /// <returns>The published key set, each key with the channels it may speak for.</returns>
    public JsonObject KeySet()
    {
        lock (_gate)
            return new JsonObject { ["keys"] = new JsonArray([.. _keys.Where(key => key.Published).Select(ToJson)]) };
    }

    public void Dispose() => _keys.ForEach(key => key.Rsa.Dispose());

    private static JsonObject? Decode(string part) =>
        Ids.FromBase64Url(part) is { } bytes ? JsonReading.ParseObject(Encoding.UTF8.GetString(bytes)) : null;

    private static JsonNode ToJson(Key key)
    {
        var parameters = key.Rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.Kid,
            ["x5t"] = key.Kid,
            ["n"] = Ids.Base64Url(parameters.Modulus),
            ["e"] = Ids.Base64Url(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. key.Endorsements.Select(name => (JsonNode)name)]),
        };
    }
}
