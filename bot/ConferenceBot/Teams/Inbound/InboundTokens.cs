using ConferenceBot.Councils;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ConferenceBot.Teams;

/// <summary>What a validated connector token says that the activity must agree with.</summary>
/// <param name="Council">The council whose app id is the audience.</param>
/// <param name="ServiceUrl">The <c>serviceurl</c> claim; null when there is none.</param>
/// <param name="Endorsements">The channels the signing key is endorsed for.</param>
internal sealed record ConnectorToken(Council Council, string? ServiceUrl, IReadOnlyList<string> Endorsements);

/// <summary>Validates the token of a request: scheme, issuer, audience, lifetime, signature and algorithm.</summary>
internal sealed class InboundTokens(CouncilsLookup councils, ConnectorKeys keys)
{
    private const string Bearer = "Bearer ";

    private readonly JsonWebTokenHandler reader = new();

    /// <summary>The token's claims, or null when the request carries none that is valid.</summary>
    public async Task<ConnectorToken?> AuthenticateAsync(HttpContext http)
    {
        if (Read(http) is not { } unverified || CouncilOf(unverified) is not { } council)
            return null;
        var result = await http.AuthenticateAsync(ConnectorSchemes.NameFor(council));
        if (!result.Succeeded)
            return null;
        var endorsements = await keys.EndorsementsAsync(council, unverified.Kid, http.RequestAborted);
        return new ConnectorToken(council, result.Principal.FindFirst("serviceurl")?.Value, endorsements);
    }

    /// <summary>Reads without believing: only to find which council's checks the token has to pass.</summary>
    private JsonWebToken? Read(HttpContext http)
    {
        if (http.Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            var token = header[Bearer.Length..];
            return reader.CanReadToken(token) ? reader.ReadJsonWebToken(token) : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or Microsoft.IdentityModel.Tokens.SecurityTokenException)
        {
            return null;
        }
    }

    private Council? CouncilOf(JsonWebToken token)
    {
        var audiences = token.Audiences.ToList();
        return audiences is [var audience] && Guid.TryParseExact(audience, "D", out var appId) ? councils.FindByAppId(appId) : null;
    }
}
