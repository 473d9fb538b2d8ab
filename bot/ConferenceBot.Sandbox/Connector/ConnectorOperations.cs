namespace ConferenceBot.Sandbox.Connector;

/// <summary>The connector's calls, as a table.</summary>
internal static class ConnectorOperations
{
    public const string Root = "/connector";

    public static OperationTable<Func<ConnectorCall, Answer>> Of(ConnectorApi api, ConnectorMembers members) => new(
        (new("POST", "v3/conversations", "D", "Opens a personal chat"), call => api.Create(call.Body)),
        (new("POST", "v3/conversations/{conversation}/activities", "D", "Sends a message or card"),
            call => api.Send(call.Conversation, call.Body)),
        (new("POST", "v3/conversations/{conversation}/activities/{activity}", "D", "Sends a message or card as a reply"),
            call => api.Send(call.Conversation, call.Body)),
        (new("PUT", "v3/conversations/{conversation}/activities/{activity}", "D", "Replaces a message or card"),
            call => api.Update(call.Conversation, call.Path[1], call.Body)),
        (new("DELETE", "v3/conversations/{conversation}/activities/{activity}", "D", "Deletes a message or card"),
            call => api.Delete(call.Conversation, call.Path[1])),
        (new("GET", "v3/conversations/{conversation}/members", "D", "Everybody in a chat (deprecated)"), members.All),
        (new("GET", "v3/conversations/{conversation}/pagedmembers", "D", "Everybody in a chat, by pages"), members.Paged),
        (new("GET", "v3/conversations/{conversation}/members/{member}", "D", "One person in a chat"), members.One),
        (new("GET", "v3/conversations/{conversation}/activities/{activity}/members", "D", "Who has a message"), members.OfActivity));
}
