using System.Collections.Concurrent;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>The conversations that a fault has refused since the last look; those in which somebody has to act when it is put right.</summary>
internal sealed class RefusedChats
{
    private readonly ConcurrentDictionary<string, byte> _ids = new();

    public void Add(string conversationId) => _ids[conversationId] = 0;

    /// <returns>The ids so far; they are forgotten.</returns>
    public IReadOnlyList<string> Take() => [.. _ids.Keys.Where(id => _ids.TryRemove(id, out _))];
}
