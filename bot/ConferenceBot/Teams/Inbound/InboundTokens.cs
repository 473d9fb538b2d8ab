using ConferenceBot.Councils;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ConferenceBot.Teams;

/// <summary>What a validated connector token says that the activity must agree with.</summary>
/// <param name="Council">The council whose app id is the audience.</param>
/// <param name="ServiceUrl">The <c>serviceurl</c> claim; null when there is none.</param>
/// <param name="Endorsements">The channels the signing key is endorsed for.</param>
internal sealed record ConnectorToken(Council Council, string? ServiceUrl, IReadOnlyList<string> Endorsements);

/// <summary>What became of a request's token.</summary>
internal abstract record TokenAnswer
{
    private TokenAnswer()
    {
    }

    public sealed record Valid(ConnectorToken Token) : TokenAnswer;

    public sealed record Refused : TokenAnswer;

    /// <summary>The keys to check it with could not be fetched.</summary>
    public sealed record Unchecked(TimeSpan RetryAfter) : TokenAnswer;
}

/// <summary>Validates the token of a request: scheme, issuer, audience, lifetime, signature and algorithm.</summary>
internal sealed class InboundTokens(CouncilsLookup councils, ConnectorKeys keys, TokenRules rules, ILogger<InboundTokens> logger)
{
    private const string Bearer = "Bearer ";

    private static readonly TokenAnswer Refused = new TokenAnswer.Refused();

    public async ValueTask<TokenAnswer> AuthenticateAsync(HttpContext http)
    {
        if (Read(http) is not { } token || CouncilOf(token) is not { } council)
            return Refused;
        if (!rules.IsPlausible(token, council))
            return Refuse(council, "Implausible");
        switch (await keys.FindAsync(council, token.Kid, http.RequestAborted))
        {
            case KeyAnswer.Found({ } key):
                return await rules.ProblemAsync(token, council, key.Key) is { } problem
                    ? Refuse(council, problem.GetType().Name)
                    : new TokenAnswer.Valid(new ConnectorToken(council, ServiceUrlOf(token), key.Endorsements));
            case KeyAnswer.Away(var wait):
                return new TokenAnswer.Unchecked(wait);
            default:
                return Refuse(council, "UnknownKey");
        }
    }

    private TokenAnswer Refuse(Council council, string reason)
    {
        logger.TokenRefused(council.Key, reason);
        return Refused;
    }

    /// <summary>Reads without believing: only to find which council's checks the token has to pass.</summary>
    private JsonWebToken? Read(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? rules.Read(header[Bearer.Length..])
            : null;

    private Council? CouncilOf(JsonWebToken token)
    {
        var audiences = token.Audiences.ToList();
        return audiences is [var audience] && Guid.TryParseExact(audience, "D", out var appId) ? councils.FindByAppId(appId) : null;
    }

    private static string? ServiceUrlOf(JsonWebToken token) => token.TryGetPayloadValue<string>("serviceurl", out var url) ? url : null;
}
