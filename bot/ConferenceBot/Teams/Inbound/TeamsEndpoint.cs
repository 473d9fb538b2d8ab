using System.Text.Json;

namespace ConferenceBot.Teams;

/// <summary>
/// <c>POST /api/messages</c>: 401 no valid token; 415 not JSON; 413 over the cap; 400 malformed; 403 genuine but not for this council,
/// tenant, channel or service URL; 501 an invoke nobody handles; 500 a failure of ours. Nothing in a request causes a 5xx by being bad.
/// </summary>
internal sealed class TeamsEndpoint(InboundTokens tokens, TeamsRouter router, IHostEnvironment environment, ILogger<TeamsEndpoint> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        if (await tokens.AuthenticateAsync(http) is not { } token)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

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

        var turns = http.RequestServices.GetRequiredService<ITeamsTurns>();
        await WriteAsync(http.Response, await router.RouteAsync(activity, token.Council, turns, ct), ct);
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
