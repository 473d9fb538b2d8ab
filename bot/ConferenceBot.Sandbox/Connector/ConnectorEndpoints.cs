using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>Everything below /connector: faults first, then the token, the application's limit and the call.</summary>
internal static class ConnectorEndpoints
{
    public static void Map(IEndpointRouteBuilder app, TenantServices services)
    {
        var faults = services.Faults;
        app.Map(ConnectorOperations.Root + "/{**rest}", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            if (await faults.BreakAsync("connector", context))
                return;
            var answer = services.Tokens.Accepts(context.Request.Headers.Authorization, TokenIssuer.ConnectorAudience)
                ? await AnswerAsync(services, faults, context.Request, cancellationToken)
                : ConnectorAnswers.NoToken();
            if (faults["connector"] == "late")
            {
                faults.Meet("connector");
                await faults.HoldAsync("connector", context.RequestAborted);
                context.Abort();
                return;
            }
            context.Response.Headers["X-Correlating-OperationId"] = Ids.RandomGuid().ToString();
            await answer.WriteAsync(context.Response, cancellationToken);
        });
    }

    private static async Task<Answer> AnswerAsync(
        TenantServices services, FaultBoard faults, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.BodyTextAsync(cancellationToken);
        var path = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        if (services.ConnectorOperations.Find(request.Method, path) is not var (handler, values))
            return ConnectorAnswers.Error(404, "ServiceError", "No such operation.");
        if (ConnectorRefusals.Find(faults["connector"]) is { } refusal && refusal.Concerns(request.Method, values.Count))
        {
            faults.Meet("connector");
            if (values.Count > 0)
                faults.Refused.Add(values[0]);
            return refusal.Answer(services.Machine.GetUtcNow());
        }
        return services.Limits.TryTake("application", SendLimits.Application) is { } wait
            ? ConnectorAnswers.Throttled(wait)
            : handler(new ConnectorCall(values, body, request.Query.ToDictionary()));
    }
}
