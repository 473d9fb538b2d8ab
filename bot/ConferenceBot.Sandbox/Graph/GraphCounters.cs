using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph;

/// <summary>Counts what the bot asks of Graph, by operation and mailbox, for benchmarks and plays.</summary>
internal sealed class GraphCounters
{
    private readonly ConcurrentDictionary<(string Operation, string Mailbox), long> _calls = new();
    private readonly ConcurrentDictionary<string, int> _most = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<int, long> _statuses = new();

    public long Total => _calls.Values.Sum();

    /// <param name="mailbox">Empty for a call that concerns no mailbox.</param>
    public void Count(string operation, string mailbox, int status)
    {
        _calls.AddOrUpdate((operation, mailbox), 1, (_, count) => count + 1);
        _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
    }

    /// <summary>Notes how many calls are inside one mailbox now, refused ones included.</summary>
    public void InFlight(string mailbox, int now) => _most.AddOrUpdate(mailbox, now, (_, most) => Math.Max(most, now));

    public long Of(string operation, string? mailbox = null) => _calls.Where(pair => pair.Key.Operation == operation
        && (mailbox is null || pair.Key.Mailbox.Equals(mailbox, StringComparison.OrdinalIgnoreCase))).Sum(pair => pair.Value);

    public int MostInFlight(string mailbox) => _most.GetValueOrDefault(mailbox);

    public void Reset()
    {
        _calls.Clear();
        _most.Clear();
        _statuses.Clear();
    }

    public JsonObject ToJson() => new()
    {
        ["total"] = Total,
        ["operations"] = Sums(_calls.GroupBy(pair => pair.Key.Operation, pair => pair.Value)),
        ["statuses"] = Sums(_statuses.GroupBy(pair => pair.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), pair => pair.Value)),
        ["mostInFlight"] = _most.Values.DefaultIfEmpty(0).Max(),
        ["mailboxes"] = new JsonObject(_calls.Where(pair => pair.Key.Mailbox.Length > 0).GroupBy(pair => pair.Key.Mailbox)
            .OrderBy(box => box.Key, StringComparer.Ordinal).Select(box => KeyValuePair.Create(box.Key, (JsonNode?)new JsonObject
            {
                ["mostInFlight"] = MostInFlight(box.Key),
                ["operations"] = Sums(box.GroupBy(pair => pair.Key.Operation, pair => pair.Value)),
            }))),
    };

    private static JsonObject Sums(IEnumerable<IGrouping<string, long>> groups) => new(groups.OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Sum())));
}
