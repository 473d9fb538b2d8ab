using System.Globalization;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>Who is in a conversation: in a personal chat always one person.</summary>
internal sealed class ConnectorMembers(Chats chats, SendLimits limits)
{
    private const int FewestAPage = 50, MostAPage = 500;

    /// <summary>GET /v3/conversations/{conversation}/members/{member}</summary>
    public Answer One(ConnectorCall call) => Chat(call, SendLimits.Read, out var refusal) is not { } chat ? refusal!
        : chats.ByMember(call.Path[1]) != chat
            ? ConnectorAnswers.Error(404, "MemberNotFoundInConversation", "Member not found in conversation.")
            : new Answer(200, ToJson(chat));

    /// <summary>GET /v3/conversations/{conversation}/pagedmembers; a page has 50 to 500 members, so a personal chat is always one page.</summary>
    public Answer Paged(ConnectorCall call)
    {
        if (call.Option("pageSize") is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size is < FewestAPage or > MostAPage))
            return ConnectorAnswers.BadArgument($"pageSize must be between {FewestAPage} and {MostAPage}.");
        if (call.Option("continuationToken") is not null)
            return ConnectorAnswers.BadArgument("The continuation token is not valid.");
        return Chat(call, SendLimits.Read, out var refusal) is not { } chat
            ? refusal!
            : new Answer(200, new JsonObject { ["members"] = new JsonArray(ToJson(chat)) });
    }

    /// <summary>GET /v3/conversations/{conversation}/members, deprecated.</summary>
    public Answer All(ConnectorCall call) => Chat(call, SendLimits.Deprecated, out var refusal) is not { } chat
        ? refusal!
        : new Answer(200, new JsonArray(ToJson(chat)));

    /// <summary>GET /v3/conversations/{conversation}/activities/{activity}/members</summary>
    public Answer OfActivity(ConnectorCall call) => Chat(call, SendLimits.Read, out var refusal) is not { } chat ? refusal!
        : chat.Find(call.Path[1]) is null ? ConnectorAnswers.NoActivity()
        : new Answer(200, new JsonArray(ToJson(chat)));

    private Chat? Chat(ConnectorCall call, IReadOnlyList<(int, TimeSpan)> rows, out Answer? refusal)
    {
        var chat = chats.ByConversation(call.Conversation);
        refusal = chat is null ? ConnectorAnswers.NoConversation()
            : !chat.IsInstalled ? ConnectorAnswers.NotInstalled()
            : limits.TryTake($"members {rows.Count} {call.Conversation}", rows) is { } wait ? ConnectorAnswers.Throttled(wait)
            : null;
        return refusal is null ? chat : null;
    }

    private static JsonObject ToJson(Chat chat) => new()
    {
        ["id"] = chat.UserId,
        ["name"] = chat.Person.Name,
        ["aadObjectId"] = chat.Person.Id.ToString(),
        ["email"] = chat.Person.Mail,
        ["userPrincipalName"] = chat.Person.Mail,
        ["userRole"] = "user",
    };
}
