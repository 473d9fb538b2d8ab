using System.Globalization;
using ConferenceBot.Sandbox.Faults;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Everything below /graph/v1.0: faults first, then the token, then the call.</summary>
internal static class GraphEndpoints
{
    public const string Root = "/graph/v1.0";

    public static void Map(IEndpointRouteBuilder app, GraphApi api, TokenIssuer issuer, FaultBoard faults, TimeProvider machine)
    {
        app.Map("/graph/{**rest}", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            if (await faults.BreakAsync("graph", context))
                return;
            var answer = faults["graph"] != "401" && issuer.Accepts(context.Request.Headers.Authorization, TokenIssuer.GraphAudience)
                ? await AnswerAsync(api, context.Request, cancellationToken)
                : GraphAnswers.NoToken();
            context.Response.Headers["request-id"] = Ids.RandomGuid().ToString();
            if (api.Faults.Skew != TimeSpan.Zero)
                context.Response.Headers.Date = machine.GetUtcNow().Add(api.Faults.Skew).ToString("R", CultureInfo.InvariantCulture);
            await answer.WriteAsync(context.Response, cancellationToken);
        });
    }

    private static async Task<Answer> AnswerAsync(GraphApi api, HttpRequest request, CancellationToken cancellationToken)
    {
        var path = request.Path.Value ?? "";
        if (!path.StartsWith(Root + "/", StringComparison.Ordinal))
            return GraphAnswers.NoSuchPath(path.Trim('/'));
        var text = await request.BodyTextAsync(cancellationToken);
        var body = text.Length == 0 ? null : JsonReading.ParseObject(text);
        if (text.Length > 0 && body is null)
            return GraphAnswers.Error(400, "BadRequest", "Unable to read JSON request payload.");
        var call = GraphCall.From(request.Method, path[Root.Length..] + request.QueryString) with
        {
            Prefer = string.Join(',', request.Headers["Prefer"].AsEnumerable()),
            Body = body,
        };
        return await api.AnswerAsync(call, cancellationToken);
    }
}
