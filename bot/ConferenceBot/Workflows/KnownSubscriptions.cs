using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ConferenceBot.Domain;

namespace ConferenceBot.Workflows;

/// <summary>Where a notification came from.</summary>
internal enum Sender
{
    Genuine,

    /// <summary>No subscription of that id is known: an older one's last words, or a stranger.</summary>
    Unknown,

    /// <summary>The id is known; the words are not those that were agreed.</summary>
    Forged,
}

/// <summary>The subscriptions that are believed, in memory, so that a notification can be judged without asking anything.</summary>
internal sealed class KnownSubscriptions(IKeyedHash hash)
{
    private readonly ConcurrentDictionary<(CouncilKey Council, string Id), (string Mailbox, byte[] State)> byId = new();

    /// <summary>The words that a genuine notification of the mailbox repeats; they cannot be made from what the database holds.</summary>
    public string ClientState(CouncilKey council, string mailbox, Guid nonce) => hash.Of($"subscription\n{council}\n{mailbox}\n{nonce:N}");

    /// <summary>What is believed of the mailbox from now on, instead of what was before.</summary>
    public void Take(CouncilKey council, MailboxSubscription subscription)
    {
        Forget(council, subscription.Mailbox, subscription.Id);
        if (subscription.Id is { } id)
            byId[(council, id)] = (subscription.Mailbox, Encoding.UTF8.GetBytes(ClientState(council, subscription.Mailbox, subscription.Nonce)));
    }

    public void Forget(CouncilKey council, string mailbox, string? except = null)
    {
        foreach (var (key, known) in byId)
            if (key.Council == council && known.Mailbox == mailbox && key.Id != except)
                byId.TryRemove(key, out _);
    }

    /// <summary>Compares in constant time.</summary>
    /// <returns>The mailbox is empty unless genuine.</returns>
    public (Sender Sender, string Mailbox) Judge(CouncilKey council, string id, string clientState)
    {
        if (!byId.TryGetValue((council, id), out var known)) return (Sender.Unknown, "");
        return CryptographicOperations.FixedTimeEquals(known.State, Encoding.UTF8.GetBytes(clientState))
            ? (Sender.Genuine, known.Mailbox)
            : (Sender.Forged, "");
    }
}
