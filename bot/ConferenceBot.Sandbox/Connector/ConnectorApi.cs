using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>What Teams does with the bot's calls.</summary>
/// <param name="clock">Procedure time, for when a message was sent.</param>
internal sealed class ConnectorApi(Chats chats, Registration registration, SendLimits limits, Func<DateTimeOffset> clock, ChatNews news)
{
    /// <summary>Largest activity, in bytes of UTF-16.</summary>
    private const int MostBytes = 100 * 1024;

    /// <summary>POST /v3/conversations</summary>
    public Answer Create(string body)
    {
        if (JsonReading.ParseObject(body) is not { } request)
            return ConnectorAnswers.BadArgument("The body is not a JSON object.");
        if (request.Flag("isGroup"))
            return ConnectorAnswers.BadArgument("Bots cannot create group chats.");
        var members = request.Items("members").ToList();
        if (members.Count != 1 || members[0].Text("id") is not { } member)
            return ConnectorAnswers.BadArgument("A personal conversation has exactly one member.");
        var tenant = request.Object("channelData").Object("tenant").Text("id") ?? request.Text("tenantId");
        if (tenant is null)
            return ConnectorAnswers.BadArgument("The tenant is missing.");
        if (!Guid.TryParse(tenant, out var tenantId) || tenantId != registration.TenantId)
            return ConnectorAnswers.Error(403, "NotEnoughPermissions", "The bot does not belong to that tenant.");
        if (request.Object("bot").Text("id") is { } bot && bot != $"28:{registration.AppId}")
            return ConnectorAnswers.Error(401, "BotNotRegistered", "No registered bot found with that id.");
        if (chats.ByMember(member) is not { IsInstalled: true } chat)
            return ConnectorAnswers.NotInstalled();
        if (limits.TryTake("create " + chat.ConversationId, SendLimits.Send) is { } wait)
            return ConnectorAnswers.Throttled(wait);
        var answer = new JsonObject { ["id"] = chat.ConversationId, ["serviceUrl"] = registration.ServiceUrl };
        if (request.Object("activity") is not { } activity)
            return new Answer(201, answer);
        var sent = Send(chat.ConversationId, activity.ToJsonString());
        if (sent.Status >= 300)
            return sent;
        answer["activityId"] = sent.Body.Text("id");
        return new Answer(201, answer);
    }

    /// <summary>POST /v3/conversations/{conversationId}/activities, with or without an id to reply to.</summary>
    public Answer Send(string conversationId, string body)
    {
        if (Open(conversationId, body, out var chat) is { } refusal)
            return refusal;
        var json = JsonReading.ParseObject(body);
        if (json.Text("type") == "typing")
            return ConnectorAnswers.Id(201, chats.NextActivityId());
        var (activity, wrong) = json is null
            ? (null, ConnectorAnswers.BadArgument("The body is not a JSON object."))
            : OutgoingActivity.Read(json);
        if (activity is null)
            return wrong!;
        var split = activity is { Text: not null, Card: not null };
        if (limits.TryTake("send " + conversationId, SendLimits.Send, split ? 2 : 1) is { } wait)
            return ConnectorAnswers.Throttled(wait);
        if (!split)
            return ConnectorAnswers.Id(201, Add(chat, activity));
        Add(chat, activity with { Card = null });
        Add(chat, activity with { Text = null });
        return new Answer(201, new JsonObject());
    }

    /// <summary>PUT /v3/conversations/{conversationId}/activities/{activityId}</summary>
    public Answer Update(string conversationId, string activityId, string body)
    {
        if (Open(conversationId, body, out var chat) is { } refusal)
            return refusal;
        if (chat.Find(activityId) is not { From: "bot" })
            return ConnectorAnswers.NoActivity();
        var (activity, wrong) = JsonReading.ParseObject(body) is { } json
            ? OutgoingActivity.Read(json)
            : (null, ConnectorAnswers.BadArgument("The body is not a JSON object."));
        if (activity is null)
            return wrong!;
        if (activity is { Text: not null, Card: not null })
            return ConnectorAnswers.BadArgument("An update carries text or a card, not both.");
        chat.Change(activityId, message => message with
        {
            Text = activity.Text,
            BaseCard = activity.Card,
            Overlay = null,
            Updated = message.Updated + 1,
        });
        news.Updated(chat.Person, activityId);
        return ConnectorAnswers.Id(200, activityId);
    }

    /// <summary>DELETE /v3/conversations/{conversationId}/activities/{activityId}</summary>
    public Answer Delete(string conversationId, string activityId)
    {
        if (Open(conversationId, "", out var chat) is { } refusal)
            return refusal;
        if (chat.Find(activityId) is not { From: "bot" } || !chat.Remove(activityId))
            return ConnectorAnswers.NoActivity();
        news.Updated(chat.Person, activityId);
        return new Answer(200);
    }

    private Answer? Open(string conversationId, string body, out Chat chat)
    {
        chat = chats.ByConversation(conversationId)!;
        return chat is null ? ConnectorAnswers.NoConversation()
            : !chat.IsInstalled ? ConnectorAnswers.Blocked()
            : body.Length * sizeof(char) > MostBytes ? ConnectorAnswers.TooBig()
            : null;
    }

    private string Add(Chat chat, OutgoingActivity activity)
    {
        var message = new ChatMessage(chats.NextActivityId(), "bot", clock())
        {
            Text = activity.Text,
            BaseCard = activity.Card,
            Summary = activity.Summary,
        };
        chat.Add(message);
        news.Arrived(chat.Person, message);
        return message.Id;
    }
}
