using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>Everything below /connector: faults first, then the token, then the call.</summary>
internal static class ConnectorEndpoints
{
    public static void Map(IEndpointRouteBuilder app, ConnectorApi api, Chats chats, TokenIssuer issuer, Faults faults)
    {
        app.Map("/connector/{**rest}", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            if (faults.Break("connector", context))
                return;
            var answer = issuer.Accepts(context.Request.Headers.Authorization, TokenIssuer.ConnectorAudience)
                ? await AnswerAsync(api, chats, context.Request, cancellationToken)
                : ConnectorAnswers.NoToken();
            context.Response.Headers["X-Correlating-OperationId"] = Ids.RandomGuid().ToString();
            await answer.WriteAsync(context.Response, cancellationToken);
        });
    }

    private static async Task<Answer> AnswerAsync(ConnectorApi api, Chats chats, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.BodyTextAsync(cancellationToken);
        var path = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        return (request.Method, path) switch
        {
            ("POST", ["v3", "conversations"]) => api.Create(body),
            ("POST", ["v3", "conversations", var id, "activities"]) => api.Send(id, body),
            ("POST", ["v3", "conversations", var id, "activities", _]) => api.Send(id, body),
            ("PUT", ["v3", "conversations", var id, "activities", var activity]) => api.Update(id, activity, body),
            ("DELETE", ["v3", "conversations", var id, "activities", var activity]) => api.Delete(id, activity),
            ("GET", ["v3", "conversations", var id, "members", var member]) => Member(chats, id, member),
            _ => ConnectorAnswers.Error(404, "ServiceError", "No such operation."),
        };
    }

    private static Answer Member(Chats chats, string conversationId, string memberId)
    {
        var chat = chats.ByConversation(conversationId);
        if (chat is null)
            return ConnectorAnswers.NoConversation();
        if (chats.ByMember(memberId) != chat)
            return ConnectorAnswers.Error(404, "MemberNotFoundInConversation", "Member not found in conversation.");
        return new Answer(200, new JsonObject
        {
            ["id"] = chat.UserId,
            ["name"] = chat.Person.Name,
            ["aadObjectId"] = chat.Person.Id.ToString(),
            ["email"] = chat.Person.Mail,
            ["userPrincipalName"] = chat.Person.Mail,
            ["userRole"] = "user",
        });
    }
}
