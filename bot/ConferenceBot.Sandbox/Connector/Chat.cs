using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>One message of a chat, as the person's client holds it.</summary>
/// <param name="Id">Activity id.</param>
/// <param name="From">bot or person.</param>
/// <param name="SentAt">Procedure time.</param>
internal sealed record ChatMessage(string Id, string From, DateTimeOffset SentAt)
{
    public string? Text { get; init; }

    /// <summary>The card everybody with the message would see; null for text.</summary>
    public JsonObject? BaseCard { get; init; }

    /// <summary>The card an invoke reply gave this person's client; gone at the next update of the message.</summary>
    public JsonObject? Overlay { get; init; }

    /// <summary>The toast's text.</summary>
    public string? Summary { get; init; }

    /// <summary>How often the message has been replaced.</summary>
    public int Updated { get; init; }

    /// <summary>What the person's client shows now.</summary>
    public JsonObject? Card => Overlay ?? BaseCard;
}

/// <summary>The personal chat of one person with the bot. Every read gives a copy of the list.</summary>
/// <param name="userId">The Teams user id, 29:…</param>
/// <param name="conversationId">a:…</param>
internal sealed class Chat(Council.Person person, string userId, string conversationId)
{
    private readonly Lock _gate = new();
    private readonly List<ChatMessage> _messages = [];
    private int _read;
    private bool _installed;

    public Council.Person Person => person;
    public string UserId => userId;
    public string ConversationId => conversationId;

    /// <summary>Whether the bot is installed for the person; without that nobody can open the chat.</summary>
    public bool IsInstalled
    {
        get
        {
            lock (_gate)
                return _installed;
        }
        set
        {
            lock (_gate)
                _installed = value;
        }
    }

    public IReadOnlyList<ChatMessage> Messages()
    {
        lock (_gate)
            return [.. _messages];
    }

    public ChatMessage? Find(string activityId) => Messages().FirstOrDefault(message => message.Id == activityId);

    /// <summary>Messages of the bot after the last look.</summary>
    public int Unread
    {
        get
        {
            lock (_gate)
                return _messages.Skip(_read).Count(message => message.From == "bot");
        }
    }

    public void MarkRead()
    {
        lock (_gate)
            _read = _messages.Count;
    }

    public void Add(ChatMessage message)
    {
        lock (_gate)
            _messages.Add(message);
    }

    /// <returns>False when there is no such message.</returns>
    public bool Change(string activityId, Func<ChatMessage, ChatMessage> change)
    {
        lock (_gate)
        {
            var index = _messages.FindIndex(message => message.Id == activityId);
            if (index < 0)
                return false;
            _messages[index] = change(_messages[index]);
            return true;
        }
    }

    /// <returns>False when there is no such message.</returns>
    public bool Remove(string activityId)
    {
        lock (_gate)
        {
            var index = _messages.FindIndex(message => message.Id == activityId);
            if (index < 0)
                return false;
            _messages.RemoveAt(index);
            _read -= index < _read ? 1 : 0;
            return true;
        }
    }
}
