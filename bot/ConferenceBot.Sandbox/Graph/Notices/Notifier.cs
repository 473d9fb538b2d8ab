using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Faults;

namespace ConferenceBot.Sandbox.Graph.Notices;

/// <summary>Turns changes of calendars into notices, a moment's worth to each address at a time.</summary>
internal sealed class Notifier(SubscriptionBook book, NoticePost post, FaultBoard faults, Guid tenant, TimeProvider machine)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    /// <summary>As many notices as Graph puts into one call.</summary>
    private const int MostInOne = 100;
    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _missed = [];
    private List<(Uri Url, JsonObject Notice)> _waiting = [];

    public SubscriptionBook Book => book;

    public NoticePost Post => post;

    /// <summary>Notes a change; whoever subscribed hears of it in a moment.</summary>
    public void Changed(Mailbox mailbox, CalendarEntry entry, string kind)
    {
        foreach (var subscription in book.All().Where(one => one.Mailbox == mailbox && one.ChangeTypes.Contains(kind)))
            Add(subscription, entry, kind);
    }

    /// <summary>Sends a lifecycle event for every subscription, or for those of one mailbox.</summary>
    /// <param name="what">reauthorizationRequired, subscriptionRemoved or missed.</param>
    /// <returns>How many it was sent for.</returns>
    public int Lifecycle(string what, Mailbox? mailbox = null)
    {
        var concerned = book.All().Where(one => mailbox is null || one.Mailbox == mailbox).ToList();
        foreach (var subscription in concerned)
        {
            if (what == "subscriptionRemoved")
                book.Remove(subscription.Id);
            Send(subscription, what);
        }
        return concerned.Count;
    }

    /// <summary>Lets subscriptions end without a word, as when nobody renewed them.</summary>
    public int Expire(Mailbox? mailbox = null) =>
        book.All().Where(one => mailbox is null || one.Mailbox == mailbox).Count(one => book.Remove(one.Id));

    /// <summary>Says which subscriptions have missed notices, once the way is open again.</summary>
    public void TellMissed()
    {
        List<Guid> missed;
        lock (_gate)
        {
            missed = [.. _missed];
            _missed.Clear();
        }
        foreach (var subscription in book.All().Where(one => missed.Contains(one.Id)))
            Send(subscription, "missed");
    }

    private void Add(Subscription subscription, CalendarEntry entry, string kind)
    {
        var mode = faults["notices"];
        if (mode is "lost" or "silent")
        {
            faults.Meet("notices");
            lock (_gate)
            {
                if (mode == "lost")
                    _missed.Add(subscription.Id);
            }
            return;
        }
        lock (_gate)
        {
            _waiting.Add((subscription.NotificationUrl, Notice(subscription, entry, kind)));
            if (_waiting.Count == 1)
                _ = FlushAsync();
        }
    }

    private async Task FlushAsync()
    {
        await Task.Delay(Moment, machine, CancellationToken.None);
        List<(Uri Url, JsonObject Notice)> due;
        lock (_gate)
            (due, _waiting) = (_waiting, []);
        foreach (var address in due.GroupBy(one => one.Url, one => one.Notice))
            SendAll(address.Key, [.. address]);
    }

    private void SendAll(Uri url, IReadOnlyList<JsonObject> notices)
    {
        var mode = faults["notices"];
        if (mode != FaultCatalogue.On)
            faults.Meet("notices");
        var groups = mode == "reordered" ? [.. notices.Reverse().Select(one => new[] { one })] : notices.Chunk(MostInOne).ToList();
        foreach (var group in groups)
        {
            post.Send(url, group);
            if (mode == "twice")
                post.Send(url, group);
        }
    }

    private void Send(Subscription subscription, string what)
    {
        if (subscription.LifecycleUrl is not { } url)
            return;
        var notice = subscription.Notice(tenant);
        notice["lifecycleEvent"] = what;
        post.Send(url, [notice]);
    }

    private JsonObject Notice(Subscription subscription, CalendarEntry entry, string kind)
    {
        var id = EventJson.Id(entry.Key, subscription.ImmutableIds, entry.Salt);
        var resource = $"Users/{subscription.Mailbox.Id}/Events/{id}";
        var notice = subscription.Notice(tenant);
        notice["changeType"] = kind;
        notice["resource"] = resource;
        notice["resourceData"] = new JsonObject
        {
            ["@odata.type"] = "#Microsoft.Graph.Event",
            ["@odata.id"] = resource,
            ["@odata.etag"] = $"W/\"{EventJson.ChangeKey(entry)}\"",
            ["id"] = id,
        };
        return notice;
    }
}
