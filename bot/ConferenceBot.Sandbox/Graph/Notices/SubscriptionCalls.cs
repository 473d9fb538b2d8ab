using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox.Graph.Notices;

/// <summary>The subscriptions part of Graph.</summary>
internal sealed class SubscriptionCalls(SubscriptionBook book, SubscriptionReader reader, Handshake handshake, Registration registration)
{
    private string BaseAddress => registration.Address + GraphEndpoints.Root;

    /// <summary>POST /subscriptions</summary>
    public async Task<Answer> AddAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var (asked, refusal) = reader.Read(call);
        if (asked is null)
            return refusal!;
        if (book.Has(asked))
            return Duplicate();
        foreach (var url in new[] { asked.NotificationUrl, asked.LifecycleUrl }.OfType<Uri>())
        {
            if (await handshake.RefusalAsync(url, cancellationToken) is { } reason)
                return GraphAnswers.Error(400, "ValidationError", reason);
        }
        asked = asked with { Expires = book.Granted(asked.Expires) };
        return book.TryAdd(asked) ? new Answer(201, asked.ToJson(registration.AppId, BaseAddress, true)) : Duplicate();
    }

    /// <summary>GET /subscriptions; what was agreed as the secret is not told again.</summary>
    public Answer List(GraphCall call) => GraphPaging.Refusal(call) ?? GraphPaging.Page(call, BaseAddress, "subscriptions",
        [.. book.All().Select(one => one.ToJson(registration.AppId, BaseAddress, false))], one => one);

    public Answer Get(string id) => book.Find(id) is { } found
        ? new Answer(200, found.ToJson(registration.AppId, BaseAddress, false))
        : Unknown(id);

    /// <summary>PATCH /subscriptions/{id}: another expiry, or another address that has to prove itself.</summary>
    public async Task<Answer> PatchAsync(string id, GraphCall call, CancellationToken cancellationToken)
    {
        if (book.Find(id) is not { } found)
            return Unknown(id);
        if (call.Body is not { } body || body.Count == 0 || body.Select(member => member.Key).Except(["expirationDateTime", "notificationUrl"]).Any())
            return SubscriptionReader.Wrong("Only expirationDateTime and notificationUrl of a subscription can be updated.");
        var changed = found;
        if (body.ContainsKey("expirationDateTime"))
        {
            if (reader.Expiry(body) is not ({ } expires, _))
                return reader.Expiry(body).Refusal!;
            changed = changed with { Expires = book.Granted(expires) };
        }
        if (body.ContainsKey("notificationUrl"))
        {
            if (SubscriptionReader.Address(body, "notificationUrl") is not ({ } url, _))
                return SubscriptionReader.Address(body, "notificationUrl").Refusal!;
            if (await handshake.RefusalAsync(url, cancellationToken) is { } reason)
                return GraphAnswers.Error(400, "ValidationError", reason);
            changed = changed with { NotificationUrl = url };
        }
        return book.Replace(changed) ? new Answer(200, changed.ToJson(registration.AppId, BaseAddress, false)) : Unknown(id);
    }

    public Answer Delete(string id) => book.Find(id) is { } found && book.Remove(found.Id) ? new Answer(204) : Unknown(id);

    /// <summary>POST /subscriptions/{id}/reauthorize</summary>
    public Answer Reauthorize(string id) => book.Find(id) is null ? Unknown(id) : new Answer(204);

    private static Answer Duplicate() => GraphAnswers.Error(409, "Conflict",
        "Subscription Id already exists for the requested combination of application, resource and changeType.");

    private static Answer Unknown(string id) => GraphAnswers.Error(404, "ResourceNotFound", $"The object was not found: subscription {id}.");
}
