using ConferenceBot.Councils;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Teams;

/// <summary>
/// What a connector token must be: issuer, audience, lifetime, algorithm and signature. Only connector tokens are accepted, in every
/// environment: no emulator, no skills, no tokens of Entra.
/// </summary>
internal sealed class TokenRules(TimeProvider machine)
{
    private const int LongestKeyName = 200;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>The token of a header, unverified, or null when it is none.</summary>
    public JsonWebToken? Read(string text)
    {
        try
        {
            return handler.CanReadToken(text) ? handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the token claims what a genuine one would. It proves nothing; but a token that fails here is refused whoever signed it, so
    /// that no key is asked for because of it.
    /// </summary>
    public bool IsPlausible(JsonWebToken token, Council council) =>
        token is { Alg: SecurityAlgorithms.RsaSha256, Kid.Length: > 0 and <= LongestKeyName }
        && IsIssuer(token.Issuer, council)
        && token.TryGetPayloadValue<object>(JwtRegisteredClaimNames.Exp, out _)
        && IsAlive(token.ValidFrom, token.ValidTo);

    /// <summary>Why the token is not valid with that key, or null when it is.</summary>
    public async Task<Exception?> ProblemAsync(JsonWebToken token, Council council, SecurityKey key)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerValidator = (issuer, _, _) => IsIssuer(issuer, council)
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("The issuer is not the council's connector."),
            ValidAudience = council.AppId.ToString(),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false,
            IssuerSigningKey = key,
            LifetimeValidator = (notBefore, expires, _, _) => expires is { } end && IsAlive(notBefore ?? DateTime.MinValue, end),
        });
        return result.IsValid ? null : result.Exception;
    }

    private static bool IsIssuer(string issuer, Council council) => string.Equals(issuer, council.TokenIssuer, StringComparison.Ordinal);

    /// <summary>Both ends inclusive, widened by the skew.</summary>
    private bool IsAlive(DateTime notBefore, DateTime expires)
    {
        var now = machine.GetUtcNow().UtcDateTime;
        return now - Skew <= expires && notBefore <= now + Skew;
    }
}
