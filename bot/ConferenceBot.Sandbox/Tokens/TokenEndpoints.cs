using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Tokens;

/// <summary>The login addresses: token endpoint, connector metadata and key set.</summary>
internal static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder app, TokenIssuer issuer, Registration registration)
    {
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", async (string tenant, HttpContext context, CancellationToken cancellationToken) =>
        {
            var form = context.Request.HasFormContentType
                ? (await context.Request.ReadFormAsync(cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString())
                : [];
            context.Response.Headers.CacheControl = "no-store, no-cache";
            await issuer.Grant(tenant, form).WriteAsync(context.Response, cancellationToken);
        });
        app.MapGet("/login/v1/.well-known/openidconfiguration", (HttpContext context, CancellationToken cancellationToken) =>
            new Answer(200, new JsonObject
            {
                ["issuer"] = registration.ConnectorIssuer,
                ["authorization_endpoint"] = registration.Address + "/login/not-used",
                ["jwks_uri"] = registration.Address + "/login/v1/.well-known/keys",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            }).WriteAsync(context.Response, cancellationToken));
        app.MapGet("/login/v1/.well-known/keys", (HttpContext context, CancellationToken cancellationToken) =>
            new Answer(200, issuer.Keys.KeySet()).WriteAsync(context.Response, cancellationToken));
    }
}
