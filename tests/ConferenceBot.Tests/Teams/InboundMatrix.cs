using ConferenceBot.Tests.Teams.Support;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Tests.Teams;

/// <summary>Every way we know in which a request can be wrong, one at a time, and what it is answered with. The names are the rules.</summary>
internal static partial class InboundMatrix
{
    public sealed record Row(string Name, int Status, Action<WireRequest> Spoil);

    private static readonly string OtherTenant = TeamsHost.OtherTenantId.ToString();

    public static IReadOnlyList<Row> Rows { get; } = [.. Headers(), .. Tokens(), .. Keys(), .. Agreement(), .. Bodies(), .. Verbs()];

    private static IEnumerable<Row> Headers() =>
    [
        new("nothing is wrong", 200, _ => { }),
        new("the scheme's case does not matter", 200, r => r.Header = t => $"bearer {t}"),
        new("no header", 401, r => r.Header = _ => null),
        new("an empty header", 401, r => r.Header = _ => ""),
        new("the scheme alone", 401, r => r.Header = _ => "Bearer"),
        new("the scheme and a blank", 401, r => r.Header = _ => "Bearer "),
        new("Basic", 401, r => r.Header = _ => "Basic YTpi"),
        new("another scheme with a good token", 401, r => r.Header = t => $"Token {t}"),
        new("the token without a scheme", 401, r => r.Header = t => t),
        new("a third part", 401, r => r.Header = t => $"Bearer {t} more"),
        new("two blanks", 401, r => r.Header = t => $"Bearer  {t}"),
        new("two tokens", 401, r => r.Header = t => $"Bearer {t}, Bearer {t}"),
        new("not a token", 401, r => r.Header = _ => "Bearer not-a-token"),
        new("three parts that are nothing", 401, r => r.Header = _ => "Bearer a.b.c"),
        new("five parts, as if encrypted", 401, r => r.Header = t => $"Bearer {t}.x.y"),
        new("the signature cut off", 401, r => r.Header = t => $"Bearer {t[..t.LastIndexOf('.')]}."),
        new("the signature cut short", 401, r => r.Header = t => $"Bearer {t[..^8]}"),
        new("one character of the signature changed", 401, r => r.Header = t => $"Bearer {Flip(t, t.Length - 40)}"),
        new("one character of the claims changed", 401, r => r.Header = t => $"Bearer {Flip(t, t.IndexOf('.') + 30)}"),
    ];

    private static IEnumerable<Row> Tokens() =>
    [
        new("the public connector's issuer where ours is configured", 401, r => r.Claim("iss", "https://api.botframework.com")),
        new("the issuer that the metadata names", 401, r => r.Claim("iss", "https://some.other.issuer.example")),
        new("an issuer of Entra, version 1", 401, r => r.Claim("iss", $"https://sts.windows.net/{TeamsHost.TenantId}/")),
        new("an issuer of Entra, version 2", 401, r => r.Claim("iss", $"https://login.microsoftonline.com/{TeamsHost.TenantId}/v2.0")),
        new("the issuer with a slash", 401, r => r.Claim("iss", r.Issuer.Issuer + "/")),
        new("the issuer in capitals", 401, r => r.Claim("iss", r.Issuer.Issuer.ToUpperInvariant())),
        new("no issuer", 401, r => r.Claim("iss", null)),
        new("an issuer that is a number", 401, r => r.Claim("iss", 7)),
        new("an audience nobody has", 401, r => r.Claim("aud", "a0000000-0000-4000-8000-00000000ffff")),
        new("the audience of a tab", 401, r => r.Claim("aud", $"api://botid-{TeamsHost.AppId}")),
        new("the audience as an address", 401, r => r.Claim("aud", $"api://{TeamsHost.AppId}")),
        new("the connector itself as audience", 401, r => r.Claim("aud", "https://api.botframework.com")),
        new("two audiences, both ours", 401, r => r.Claim("aud", new[] { TeamsHost.AppId.ToString(), TeamsHost.OtherAppId.ToString() })),
        new("an audience with braces", 401, r => r.Claim("aud", TeamsHost.AppId.ToString("B"))),
        new("no audience", 401, r => r.Claim("aud", null)),
        new("expired four minutes ago", 200, r => r.Claim("exp", r.Seconds(-4))),
        new("expired six minutes ago", 401, r => r.Claim("exp", r.Seconds(-6))),
        new("no expiry", 401, r => r.Claim("exp", null)),
        new("an expiry that is a word", 401, r => r.Claim("exp", "soon")),
        new("an expiry beyond all time", 401, r => r.Claim("exp", 1e300)),
        new("an expiry before 1970", 401, r => r.Claim("exp", -1)),
        new("valid in four minutes", 200, r => r.Claim("nbf", r.Seconds(4))),
        new("valid in six minutes", 401, r => r.Claim("nbf", r.Seconds(6))),
        new("no beginning", 200, r => r.Claim("nbf", null)),
        new("a skill's token", 401, r => { r.Claim("ver", "2.0"); r.Claim("appid", "a0000000-0000-4000-8000-00000000ffff"); r.Claim("iss", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"); }),
    ];

    private static IEnumerable<Row> Keys() =>
    [
        new("no signature at all", 401, r => r.Key = null),
        new("RS384", 401, r => r.Algorithm = SecurityAlgorithms.RsaSha384),
        new("RS512", 401, r => r.Algorithm = SecurityAlgorithms.RsaSha512),
        new("PS256", 401, r => r.Algorithm = SecurityAlgorithms.RsaSsaPssSha256),
        new("HS256 with the public key as secret", 401, r =>
        {
            r.Key = new SymmetricSecurityKey(r.Issuer.Current.Rsa.ExportRSAPublicKey()) { KeyId = r.Issuer.Current.KeyId };
            r.Algorithm = SecurityAlgorithms.HmacSha256;
        }),
        new("a key nobody published", 401, r => r.Key = ConnectorIssuer.Unpublished()),
        new("a forged signature under a known key's name", 401, r => r.Key = Named(r.Issuer.Current.KeyId)),
        new("a good signature without the key's name", 401, r => r.Key = new RsaSecurityKey(r.Issuer.Current.Rsa)),
        new("a good signature under another name", 401, r => r.Key = new RsaSecurityKey(r.Issuer.Current.Rsa) { KeyId = "another" }),
        new("the key's name in capitals", 401, r => r.Key = new RsaSecurityKey(r.Issuer.Current.Rsa) { KeyId = r.Issuer.Current.KeyId.ToLowerInvariant() }),
        new("a key's name that is far too long", 401, r => r.Key = new RsaSecurityKey(r.Issuer.Current.Rsa) { KeyId = new string('k', 4_000) }),
    ];

    private static RsaSecurityKey Named(string keyId)
    {
        var key = ConnectorIssuer.Unpublished();
        key.KeyId = keyId;
        return key;
    }

    private static string Flip(string token, int at) => token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
}
