using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConferenceBot.Teams;
using ConferenceBot.Tests.Teams.Support;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>Tokens that nobody but the connector could have signed and the connector did not sign: whatever they hold, they are refused.</summary>
public sealed class HostileTokenTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private const int Cases = 4_000;

    private static readonly string[] Values =
    [
        "null", "true", "7", "-1", "1e400", "-1e400", "1e18", "9223372036854775807", "253402300800", "0.5", "\"\"", "\" \"", "\"soon\"", "[]", "[null]",
        "[1,\"a\"]", "[[[]]]", "{}", "{\"a\":{\"b\":1}}", "\"\\ud800\"", "\"\\u0000\"", "\"\\r\\nForged: line\"", "\"../../../etc/passwd\"",
        "\"RS256\"", "\"none\"", "\"HS256\"", "\"dir\"", "\"A128GCM\"",
    ];

    private static readonly string[] HeaderNames =
        ["alg", "kid", "typ", "cty", "jku", "x5u", "x5t", "x5c", "jwk", "crit", "b64", "enc", "zip", "epk", "p2c", "a\\ud800"];

    private static readonly string[] ClaimNames = ["iss", "aud", "exp", "nbf", "iat", "serviceurl", "sub", "tid", "appid", "_claim_names", "\\udfff"];

    private readonly TeamsHost host = world.Fresh();

    [Fact]
    public async Task Whatever_a_header_holds_it_is_refused_and_nothing_fails()
    {
        for (var number = 0; number < Cases; number++)
        {
            var header = Make(number);
            using var request = new HttpRequestMessage(HttpMethod.Post, TeamsRegistration.MessagesPath) { Content = new StringContent("{}") };
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var response = await host.Client.SendAsync(request);
            Assert.True((int)response.StatusCode == 401, $"case {number.ToString(CultureInfo.InvariantCulture)}: {(int)response.StatusCode} to {header}");
        }

        Assert.Empty(host.Turns.Told);
        Assert.DoesNotContain("Forged", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception:", host.Log, StringComparison.Ordinal);
    }

    /// <summary>The same number makes the same header.</summary>
    private string Make(int number)
    {
        var dice = new Random(number);
        var kid = world.Issuer.Current.KeyId;
        var now = host.Machine.GetUtcNow();
        List<string> head = ["\"alg\":\"RS256\"", $"\"kid\":\"{kid}\"", "\"typ\":\"JWT\""];
        List<string> claims =
        [
            $"\"iss\":\"{world.Issuer.Issuer}\"", $"\"aud\":\"{TeamsHost.AppId}\"", $"\"serviceurl\":\"{TeamsHost.ServiceUrl}\"",
            $"\"nbf\":{now.AddMinutes(-10).ToUnixTimeSeconds()}", $"\"exp\":{now.AddHours(1).ToUnixTimeSeconds()}",
        ];
        Spoil(head, HeaderNames, dice);
        Spoil(claims, ClaimNames, dice);
        var parts = $"{Part(head, dice)}.{Part(claims, dice)}";
        return "Bearer " + dice.Next(6) switch
        {
            0 => parts + ".",
            1 => parts + "." + Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(256)),
            2 => parts + "..x.y",
            3 => parts + "." + parts,
            4 => parts.Replace('.', ' '),
            _ => parts + "." + Base64UrlEncoder.Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(kid), Encoding.UTF8.GetBytes(parts))),
        };
    }

    private static void Spoil(List<string> members, string[] names, Random dice)
    {
        for (var left = dice.Next(4); left > 0; left--)
        {
            var member = $"\"{names[dice.Next(names.Length)]}\":{Values[dice.Next(Values.Length)]}";
            switch (dice.Next(3))
            {
                case 0: members.Add(member); break;
                case 1: members.Insert(0, member); break;
                default: members[dice.Next(members.Count)] = member; break;
            }
        }
    }

    private static string Part(List<string> members, Random dice)
    {
        var json = Encoding.UTF8.GetBytes("{" + string.Join(',', members) + "}");
        return dice.Next(12) switch
        {
            0 => Base64UrlEncoder.Encode([.. json, 0xC3, 0x28]),
            1 => Base64UrlEncoder.Encode([0xEF, 0xBB, 0xBF, .. json]),
            2 => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(new string('[', 2_000))),
            3 => Base64UrlEncoder.Encode("null"),
            4 => Convert.ToBase64String(json),
            _ => Base64UrlEncoder.Encode(json),
        };
    }
}
