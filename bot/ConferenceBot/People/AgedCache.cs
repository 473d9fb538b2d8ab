namespace ConferenceBot.People;

/// <summary>Keeps answers for a fixed age of machine time, at most so many; the oldest goes first. Safe for several threads.</summary>
internal sealed class AgedCache<TKey, TValue>(TimeProvider machine, TimeSpan age, int capacity)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, (TValue Value, long At)> kept = [];
    private readonly Queue<(TKey Key, long At)> order = new();

    public int Count
    {
        get
        {
            lock (gate) return kept.Count;
        }
    }

    public bool TryGet(TKey key, out TValue value)
    {
        lock (gate)
        {
            var fresh = kept.TryGetValue(key, out var found) && machine.GetElapsedTime(found.At) < age;
            value = fresh ? found.Value : default!;
            return fresh;
        }
    }

    public void Set(TKey key, TValue value)
    {
        lock (gate)
        {
            var now = machine.GetTimestamp();
            kept[key] = (value, now);
            order.Enqueue((key, now));
            while (order.TryPeek(out var oldest) && (kept.Count > capacity || order.Count > 2 * capacity || machine.GetElapsedTime(oldest.At) >= age))
            {
                order.Dequeue();
                if (kept.TryGetValue(oldest.Key, out var entry) && entry.At == oldest.At) kept.Remove(oldest.Key);
            }
        }
    }
}
