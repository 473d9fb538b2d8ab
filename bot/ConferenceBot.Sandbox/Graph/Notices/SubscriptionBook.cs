namespace ConferenceBot.Sandbox.Graph.Notices;

/// <summary>The subscriptions that stand. One that has expired is not there any more.</summary>
internal sealed class SubscriptionBook(TimeProvider machine)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Subscription> _all = [];

    public IReadOnlyList<Subscription> All()
    {
        lock (_gate)
        {
            foreach (var ended in _all.Values.Where(one => one.Expires <= machine.GetUtcNow()).ToList())
                _all.Remove(ended.Id);
            return [.. _all.Values];
        }
    }

    public Subscription? Find(string id) => Guid.TryParse(id, out var guid) ? All().FirstOrDefault(one => one.Id == guid) : null;

    /// <returns>False when the same one stands already.</returns>
    public bool TryAdd(Subscription subscription)
    {
        lock (_gate)
            return All().All(one => one.Identity != subscription.Identity) && _all.TryAdd(subscription.Id, subscription);
    }

    public bool Has(Subscription subscription) => All().Any(one => one.Identity == subscription.Identity);

    /// <returns>False when it is gone meanwhile.</returns>
    public bool Replace(Subscription subscription)
    {
        lock (_gate)
        {
            if (!_all.ContainsKey(subscription.Id))
                return false;
            _all[subscription.Id] = subscription;
            return true;
        }
    }

    public bool Remove(Guid id)
    {
        lock (_gate)
            return _all.Remove(id);
    }
}
