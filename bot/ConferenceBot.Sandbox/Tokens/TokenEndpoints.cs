using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Tokens;

/// <summary>The login addresses: token endpoint, connector metadata and key set.</summary>
internal static class TokenEndpoints
{
    public const string Root = "/login";

    private const string Grant = "{tenant}/oauth2/v2.0/token", Metadata = "v1/.well-known/openidconfiguration", Keys = "v1/.well-known/keys";

    /// <summary>What is mapped, for the list of calls.</summary>
    public static readonly IReadOnlyList<Operation> All =
    [
        new("POST", Grant, "B", "Gives the bot a token for Graph or the connector"),
        new("GET", Metadata, "A.1", "Says where the connector's keys are"),
        new("GET", Keys, "A.1", "The connector's signing keys with their endorsements"),
    ];

    public static void Map(IEndpointRouteBuilder app, TokenIssuer issuer, Registration registration)
    {
        app.MapPost($"{Root}/{Grant}", async (string tenant, HttpContext context, CancellationToken cancellationToken) =>
        {
            var form = context.Request.HasFormContentType
                ? (await context.Request.ReadFormAsync(cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString())
                : [];
            context.Response.Headers.CacheControl = "no-store, no-cache";
            await issuer.Grant(tenant, form).WriteAsync(context.Response, cancellationToken);
        });
        app.MapGet($"{Root}/{Metadata}", (HttpContext context, CancellationToken cancellationToken) =>
            new Answer(200, new JsonObject
            {
                ["issuer"] = registration.ConnectorIssuer,
                ["authorization_endpoint"] = registration.Address + "/login/not-used",
                ["jwks_uri"] = $"{registration.Address}{Root}/{Keys}",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            }).WriteAsync(context.Response, cancellationToken));
        app.MapGet($"{Root}/{Keys}", (HttpContext context, CancellationToken cancellationToken) =>
            new Answer(200, issuer.Keys.KeySet()).WriteAsync(context.Response, cancellationToken));
    }
}
