using System.Net.Http.Headers;

namespace ConferenceBot.Teams;

/// <summary>One call, before it is sent.</summary>
/// <param name="Address">Where to and as whom.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">From <c>/v3</c> on, ids encoded.</param>
/// <param name="Json">The body in UTF-8; null for none.</param>
internal sealed record ConnectorRequest(ConnectorAddress Address, ConnectorOperation Operation, HttpMethod Method, string Path, byte[]? Json)
{
    private const string Conversations = "/v3/conversations";

    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    private static readonly ProductInfoHeaderValue UserAgent =
        new("ConferenceBot", typeof(ConnectorRequest).Assembly.GetName().Version!.ToString(3));

    public static ConnectorRequest Create(ConnectorAddress address, byte[] json) =>
        new(address, ConnectorOperation.CreateConversation, HttpMethod.Post, Conversations, json);

    public static ConnectorRequest Send(ConnectorAddress address, string conversationId, byte[] json) =>
        new(address, ConnectorOperation.SendToConversation, HttpMethod.Post, $"{Conversations}/{Id(conversationId)}/activities", json);

    public static ConnectorRequest Update(ConnectorAddress address, string conversationId, string activityId, byte[] json) =>
        new(address, ConnectorOperation.UpdateActivity, HttpMethod.Put, Activity(conversationId, activityId), json);

    public static ConnectorRequest Delete(ConnectorAddress address, string conversationId, string activityId) =>
        new(address, ConnectorOperation.DeleteActivity, HttpMethod.Delete, Activity(conversationId, activityId), null);

    /// <summary>The message to send, or null when the service URL is no absolute http address.</summary>
    public HttpRequestMessage? ToMessage()
    {
        if (!Uri.TryCreate(Address.ServiceUrl.TrimEnd('/') + Path, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return null;
        var message = new HttpRequestMessage(Method, uri);
        message.Options.Set(ConnectorTokenHandler.CouncilKey, Address.Council);
        message.Options.Set(ConnectorTokenHandler.BeforeRepeat, Address.BeforeRepeat);
        message.Headers.UserAgent.Add(UserAgent);
        if (Json is not null)
            message.Content = new ByteArrayContent(Json) { Headers = { ContentType = JsonType } };
        return message;
    }

    private static string Activity(string conversationId, string activityId) =>
        $"{Conversations}/{Id(conversationId)}/activities/{Id(activityId)}";

    /// <summary>Encoded; dots alone would climb out of the path and are never an id.</summary>
    private static string Id(string id) =>
        id is "" or "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
}
