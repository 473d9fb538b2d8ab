using ConferenceBot.Councils;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ConferenceBot.Teams;

/// <summary>
/// One JwtBearer scheme per council, so that issuer, keys and audience are always of the same council. Only connector tokens are
/// accepted, in every environment: no emulator, no skills, no tokens of Entra.
/// </summary>
internal sealed class ConnectorSchemes(CouncilsLookup councils, ConnectorKeys keys, TimeProvider machine, ILogger<ConnectorSchemes> logger)
    : IConfigureOptions<AuthenticationOptions>, IConfigureNamedOptions<JwtBearerOptions>
{
    private const string Prefix = "BotConnector:";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>The name of a council's scheme.</summary>
    public static string NameFor(Council council) => Prefix + council.Key;

    public void Configure(AuthenticationOptions options)
    {
        foreach (var council in councils.All)
            options.AddScheme<JwtBearerHandler>(NameFor(council), displayName: null);
    }

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name is not null && name.StartsWith(Prefix, StringComparison.Ordinal) && councils.Find(name[Prefix.Length..]) is { } council)
            Configure(council, options);
    }

    public void Configure(JwtBearerOptions options)
    {
    }

    /// <summary>Both ends inclusive, widened by the skew; an end is required.</summary>
    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = machine.GetUtcNow().UtcDateTime;
        return expires is { } end && now <= end + Skew && (notBefore is not { } start || start - Skew <= now);
    }

    private void Configure(Council council, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.IncludeErrorDetails = false;
        options.ConfigurationManager = keys.For(council);

        // The check itself asks for the keys again when one is not known; a second asking would be held against the next token.
        options.RefreshOnIssuerKeyNotFound = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            // Exact, whatever issuer the metadata document names.
            IssuerValidator = (issuer, _, _) => string.Equals(issuer, council.TokenIssuer, StringComparison.Ordinal)
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("The issuer is not the council's connector."),
            ValidAudience = council.AppId.ToString(),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
        };
        options.Events = new JwtBearerEvents
        {
            OnAuthenticationFailed = context =>
            {
                logger.TokenRefused(council.Key, context.Exception.GetType().Name);
                return Task.CompletedTask;
            },
        };
    }
}
