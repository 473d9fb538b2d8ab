using System.Globalization;
using System.Text.Json;

namespace ConferenceBot.Teams;

/// <summary>
/// <c>POST /api/messages</c>: 401 no valid token; 503 with <c>Retry-After</c> while the keys to check it cannot be had; 415 not JSON; 413 over the cap; 400 malformed; 403 genuine but not for this council,
/// tenant, channel or service URL; 501 an invoke nobody handles; 500 a failure of ours. Nothing in a request causes a 5xx by being bad.
/// </summary>
internal sealed class TeamsEndpoint(InboundTokens tokens, TeamsRouter router, IHostEnvironment environment, ILogger<TeamsEndpoint> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        switch (await tokens.AuthenticateAsync(http))
        {
            case TokenAnswer.Valid(var token):
                await HandleAsync(http, token);
                break;
            case TokenAnswer.Unchecked(var wait):
                logger.TokenUnchecked();
                http.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                http.Response.Headers.WWWAuthenticate = "Bearer";
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                break;
        }
    }

    private async Task HandleAsync(HttpContext http, ConnectorToken token)
    {
        var ct = http.RequestAborted;
        if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        var (activity, status) = await ActivityReader.ReadAsync(http.Request, ct);
        if (activity is null)
        {
            logger.NotAnActivity(token.Council.Key, status);
            http.Response.StatusCode = status;
            return;
        }

        if (InboundChecks.Refusal(activity, token, environment.IsDevelopment()) is { } refusal)
        {
            logger.ActivityRefused(token.Council.Key, refusal);
            http.Response.StatusCode = refusal == InboundRefusal.Malformed ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden;
            return;
        }

        await WriteAsync(http.Response, await router.RouteAsync(activity, token.Council, ct), ct);
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken ct)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is null)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(response.Body, answer.Body, TeamsJson.Wire.AdaptiveCardInvokeResponse, ct);
    }
}
