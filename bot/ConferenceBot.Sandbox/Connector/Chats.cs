using System.Globalization;
using ConferenceBot.Sandbox.Council;

namespace ConferenceBot.Sandbox.Connector;

/// <summary>Every personal chat of the tenant.</summary>
internal sealed class Chats
{
    private readonly IReadOnlyList<Chat> _chats;
    private readonly TimeProvider _machine;
    private long _lastId;

    public Chats(Tenant tenant, Guid appId, TimeProvider machine)
    {
        _machine = machine;
        _chats = [.. tenant.People.Select(person => new Chat(person,
            "29:1" + Ids.OpaqueFrom($"user {appId} {person.Id}", 30), "a:1" + Ids.OpaqueFrom($"chat {appId} {person.Id}", 36)))];
    }

    public IReadOnlyList<Chat> All => _chats;

    public Chat? Of(Guid person) => _chats.FirstOrDefault(chat => chat.Person.Id == person);

    public Chat? ByConversation(string conversationId) => _chats.FirstOrDefault(chat => chat.ConversationId == conversationId);

    /// <returns>The chat of a member given as 29:… id or object id.</returns>
    public Chat? ByMember(string id) => _chats.FirstOrDefault(chat => chat.UserId == id
        || (Guid.TryParse(id, out var objectId) && chat.Person.Id == objectId));

    /// <returns>A new activity id: milliseconds of machine time, never the same twice.</returns>
    public string NextActivityId()
    {
        long last, next;
        do
        {
            last = Volatile.Read(ref _lastId);
            next = Math.Max(_machine.GetUtcNow().ToUnixTimeMilliseconds(), last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastId, next, last) != last);
        return next.ToString(CultureInfo.InvariantCulture);
    }
}
