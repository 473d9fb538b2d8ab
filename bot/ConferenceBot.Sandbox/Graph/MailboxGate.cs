using System.Collections.Concurrent;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Outlook's limit of four calls at a time for each mailbox.</summary>
internal sealed class MailboxGate
{
    public const int MostAtOnce = 4;
    private readonly ConcurrentDictionary<string, int> _inside = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>False when four calls are already inside; a caller that got true must leave.</returns>
    /// <param name="seen">Told how many are inside now, this one included.</param>
    public bool TryEnter(string mailbox, Action<int> seen)
    {
        var now = _inside.AddOrUpdate(mailbox, 1, (_, count) => count + 1);
        seen(now);
        if (now <= MostAtOnce)
            return true;
        Leave(mailbox);
        return false;
    }

    public void Leave(string mailbox) => _inside.AddOrUpdate(mailbox, 0, (_, count) => count - 1);
}
