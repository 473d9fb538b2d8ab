using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>A good request to the endpoint, to be made worse in exactly one way.</summary>
internal sealed class WireRequest(TeamsHost host, ConnectorIssuer issuer)
{
    public ConnectorIssuer Issuer { get; } = issuer;

    /// <summary>Further published keys, where the world has them.</summary>
    public OddKeys? Keys { get; init; }

    public DateTimeOffset Now { get; } = host.Machine.GetUtcNow();

    public HttpMethod Method { get; set; } = HttpMethod.Post;

    public Dictionary<string, object> Claims { get; } = host.Claims();

    public SecurityKey? Key { get; set; } = issuer.Current;

    public string Algorithm { get; set; } = SecurityAlgorithms.RsaSha256;

    /// <summary>Makes the header of the token; null for none.</summary>
    public Func<string, string?> Header { get; set; } = token => $"Bearer {token}";

    public JsonObject Activity { get; } = Activities.Message();

    /// <summary>Sent instead of <see cref="Activity"/> when set.</summary>
    public byte[]? Body { get; set; }

    public string? ContentType { get; set; } = "application/json; charset=utf-8";

    public string Text
    {
        set => Body = Encoding.UTF8.GetBytes(value);
    }

    public void Claim(string name, object? value)
    {
        if (value is null)
            Claims.Remove(name);
        else
            Claims[name] = value;
    }

    /// <summary>Seconds since 1970, so many minutes from now.</summary>
    public long Seconds(int minutes) => Now.AddMinutes(minutes).ToUnixTimeSeconds();

    public string Token() => ConnectorIssuer.Sign(Claims, Key is null ? null : new SigningCredentials(Key, Algorithm));

    public async Task<HttpResponseMessage> SendAsync()
    {
        using var request = new HttpRequestMessage(Method, "/api/messages");
        if (Method == HttpMethod.Post || Method == HttpMethod.Put)
        {
            request.Content = new ByteArrayContent(Body ?? Encoding.UTF8.GetBytes(Activity.ToJsonString()));
            request.Content.Headers.ContentType = ContentType is null ? null : MediaTypeHeaderValue.Parse(ContentType);
        }

        if (Header(Token()) is { } header)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        return await host.Client.SendAsync(request);
    }
}

/// <summary>Keys that are published and must not count.</summary>
internal sealed class OddKeys(ConnectorIssuer issuer)
{
    public RsaSecurityKey SkypeOnly { get; } = issuer.Publish("skype");

    public RsaSecurityKey WithoutEndorsements { get; } = issuer.Publish(null);

    public RsaSecurityKey EmptyEndorsements { get; } = issuer.Publish();

    public RsaSecurityKey InCapitals { get; } = issuer.Publish("MSTEAMS");

    public RsaSecurityKey ForEncryption { get; } = issuer.PublishFor("enc", "msteams");
}
