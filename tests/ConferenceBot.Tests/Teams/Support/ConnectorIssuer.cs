using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>A Bot Connector's token issuer on loopback: metadata, keys with endorsements, tokens of every sort of wrong.</summary>
public sealed class ConnectorIssuer : IAsyncDisposable
{
    private readonly List<(RsaSecurityKey Key, string[]? Endorsements, string Use)> published = [];
    private readonly WebApplication app;

    private ConnectorIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/metadata", async (CancellationToken ct) =>
        {
            if (Hold is { } hold)
                await hold.WaitAsync(ct);
            return GiveMetadata();
        });
        app.MapGet("/keys", () => KeyDocument is { } text ? Results.Text(text) : Keys());
    }

    public string Issuer => $"{app.Urls.First()}/login/connector";

    public string MetadataUrl => $"{app.Urls.First()}/metadata";

    /// <summary>The key tokens are signed with now.</summary>
    public RsaSecurityKey Current { get; private set; } = null!;

    /// <summary>Answers 503 while true.</summary>
    public bool IsDown { get; set; }

    /// <summary>Waited for before the metadata is given, while set.</summary>
    public Task? Hold { get; set; }

    /// <summary>Answered instead of the metadata when set.</summary>
    public string? Metadata { get; set; }

    /// <summary>Answered instead of the keys when set.</summary>
    public string? KeyDocument { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int Asked { get; private set; }

    public static async Task<ConnectorIssuer> StartAsync()
    {
        var issuer = new ConnectorIssuer();
        issuer.Current = issuer.Publish("msteams", "skype");
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>Withdraws every key and signs with a new one from now on.</summary>
    public void Rotate()
    {
        lock (published)
            published.Clear();
        Current = Publish("msteams");
    }

    /// <summary>Publishes a further key; null endorsements leave the member out.</summary>
    public RsaSecurityKey Publish(params string[]? endorsements) => PublishFor("sig", endorsements);

    /// <summary>The same for another use.</summary>
    public RsaSecurityKey PublishFor(string use, params string[]? endorsements)
    {
        var key = Unpublished();
        lock (published)
            published.Add((key, endorsements, use));
        return key;
    }

    /// <summary>Withdraws one key.</summary>
    public void Withdraw(RsaSecurityKey key)
    {
        lock (published)
            published.RemoveAll(entry => entry.Key == key);
    }

    /// <summary>A key nobody publishes.</summary>
    public static RsaSecurityKey Unpublished() =>
        new(RSA.Create(2048)) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };

    public static string Sign(Dictionary<string, object> claims, SigningCredentials? credentials) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { Claims = claims, SigningCredentials = credentials });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult GiveMetadata()
    {
        Asked++;
        return IsDown ? Results.StatusCode(503) : Metadata is { } text ? Results.Text(text) : Results.Json(new JsonObject
        {
            ["issuer"] = "https://some.other.issuer.example",
            ["jwks_uri"] = $"{app.Urls.First()}/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        });
    }

    private IResult Keys()
    {
        var keys = new JsonArray();
        (RsaSecurityKey Key, string[]? Endorsements, string Use)[] now;
        lock (published)
            now = [.. published];
        foreach (var (key, endorsements, use) in now)
        {
            var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
            var jwk = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = use,
                ["kid"] = key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
            };
            if (endorsements is not null)
                jwk["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
            keys.Add((JsonNode)jwk);
        }

        return Results.Json(new JsonObject { ["keys"] = keys });
    }
}
