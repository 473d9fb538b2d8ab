using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Tokens;

/// <summary>Who may ask for tokens, and where.</summary>
/// <param name="AppId">The bot's application id; audience of connector tokens.</param>
/// <param name="Secret">The client secret of that application.</param>
/// <param name="TenantId">The home tenant.</param>
/// <param name="Address">The sandbox's own origin, without a trailing slash.</param>
internal sealed record Registration(Guid AppId, string Secret, Guid TenantId, string Address)
{
    /// <summary>The app's id in the organisation's catalogue.</summary>
    public Guid CatalogAppId => Ids.GuidFrom("catalog app of " + AppId);
    public string ServiceUrl => Address + "/connector/";
    public string ConnectorIssuer => Address + "/login/connector";
    public string TokenUrl => $"{Address}/login/{TenantId}/oauth2/v2.0/token";
    public string MetadataUrl => Address + "/login/v1/.well-known/openidconfiguration";
}

/// <summary>Issues tokens in both directions and checks those that come back. All times are machine time.</summary>
internal sealed class TokenIssuer(Registration registration, SigningKeys keys, TimeProvider machine)
{
    private int _granted, _valid = 1;

    public const string GraphAudience = "https://graph.microsoft.com";
    public const string ConnectorAudience = "https://api.botframework.com";

    /// <summary>Life of every token.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public SigningKeys Keys => keys;

    /// <summary>How often the bot was given a token.</summary>
    public int Granted => Volatile.Read(ref _granted);

    /// <summary>Makes every token that the bot has void, as if its hour were over.</summary>
    public void EndAll() => Interlocked.Increment(ref _valid);

    /// <summary>A token of the connector for a call to the bot.</summary>
    /// <param name="change">Lets a test spoil a claim before signing.</param>
    public string ForBot(Action<JsonObject>? change = null)
    {
        var claims = Claims(registration.ConnectorIssuer, registration.AppId.ToString());
        claims["serviceurl"] = registration.ServiceUrl;
        change?.Invoke(claims);
        return keys.Sign(claims);
    }

    /// <summary>Answers the client-credentials flow as Entra words it.</summary>
    public Answer Grant(string tenant, IReadOnlyDictionary<string, string> form)
    {
        if (!Guid.TryParse(tenant, out var id) || id != registration.TenantId)
            return Refuse(400, "invalid_request", 90002, $"Tenant '{tenant}' not found.");
        if (form.GetValueOrDefault("grant_type") != "client_credentials")
            return Refuse(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        if (!Guid.TryParse(form.GetValueOrDefault("client_id"), out var client) || client != registration.AppId)
            return Refuse(400, "unauthorized_client", 700016, "Application was not found in the directory.");
        if (form.GetValueOrDefault("client_secret") != registration.Secret)
            return Refuse(401, "invalid_client", 7000215, "Invalid client secret provided.");
        var audience = form.GetValueOrDefault("scope") switch
        {
            GraphAudience + "/.default" => GraphAudience,
            ConnectorAudience + "/.default" => ConnectorAudience,
            _ => null,
        };
        if (audience is not null)
            Interlocked.Increment(ref _granted);
        return audience is null
            ? Refuse(400, "invalid_scope", 70011, "The provided value for the input parameter 'scope' is not valid.")
            : new Answer(200, new JsonObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)Life.TotalSeconds - 1,
                ["ext_expires_in"] = (int)Life.TotalSeconds - 1,
                ["access_token"] = ForService(audience),
            });
    }

    /// <summary>A token as the host gets it for Graph or the connector.</summary>
    public string ForService(string audience)
    {
        var claims = Claims($"{registration.Address}/login/{registration.TenantId}/v2.0", audience);
        claims["appid"] = registration.AppId.ToString();
        claims["tid"] = registration.TenantId.ToString();
        claims["uti"] = Mark;
        return keys.Sign(claims);
    }

    private string Mark => Volatile.Read(ref _valid).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>True when the header carries a live token of this issuer for the audience.</returns>
    public bool Accepts(string? authorization, string audience)
    {
        var parts = authorization?.Split(' ') ?? [];
        if (parts.Length != 2 || !parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase) || keys.Read(parts[1]) is not { } claims)
            return false;
        var now = machine.GetUtcNow().ToUnixTimeSeconds();
        return claims.Text("aud") == audience && claims.Text("appid") == registration.AppId.ToString() && claims.Text("uti") == Mark
            && claims["exp"] is JsonValue exp && exp.TryGetValue(out long until) && until > now;
    }

    private JsonObject Claims(string issuer, string audience)
    {
        var now = machine.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + (long)Life.TotalSeconds,
            ["jti"] = Ids.Opaque(12),
        };
    }

    private static Answer Refuse(int status, string error, int code, string text) => new(status, new JsonObject
    {
        ["error"] = error,
        ["error_description"] = $"AADSTS{code}: {text}",
        ["error_codes"] = new JsonArray(code),
    });
}
