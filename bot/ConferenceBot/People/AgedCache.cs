namespace ConferenceBot.People;

/// <summary>
/// Keeps answers for a fixed age of machine time, at most so many; the oldest goes first. Tells how often it was of use and how old
/// the answers it gave were. Safe for several threads.
/// </summary>
internal sealed class AgedCache<TKey, TValue>(TimeProvider machine, TimeSpan age, int capacity) : IAgedAnswers
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, (TValue Value, long At)> kept = [];
    private readonly Queue<(TKey Key, long At)> order = new();
    private long hits, misses;

    public int Count
    {
        get
        {
            lock (gate) return kept.Count;
        }
    }

    public AgedAnswers Report()
    {
        lock (gate)
        {
            var ages = kept.Values.Select(entry => machine.GetElapsedTime(entry.At)).Where(one => one < age);
            return new AgedAnswers(hits, misses, kept.Count, ages.DefaultIfEmpty().Max());
        }
    }

    public bool TryGet(TKey key, out TValue value) => TryGet(key, age, out value);

    /// <param name="atMost">An older answer does not count.</param>
    public bool TryGet(TKey key, TimeSpan atMost, out TValue value)
    {
        lock (gate)
        {
            var fresh = kept.TryGetValue(key, out var found) && machine.GetElapsedTime(found.At) is var old && old < age && old < atMost;
            value = fresh ? found.Value : default!;
            if (fresh) hits++;
            else misses++;
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

/// <summary>What a cache can tell of itself.</summary>
internal interface IAgedAnswers
{
    AgedAnswers Report();
}

/// <param name="Oldest">Age of the oldest answer that would still be used; zero when there is none.</param>
internal sealed record AgedAnswers(long Hits, long Misses, int Kept, TimeSpan Oldest);
