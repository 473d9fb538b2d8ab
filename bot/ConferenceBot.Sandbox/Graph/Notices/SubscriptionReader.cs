using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph.Notices;

/// <summary>Reads what a subscription is asked to be, as strictly as Graph.</summary>
internal sealed class SubscriptionReader(GraphUsers users, Mailboxes mailboxes, TimeProvider machine)
{
    public const int MostMinutes = 10_080, LeastMinutes = 45, LongestState = 128;
    private static readonly string[] Kinds = ["created", "updated", "deleted"];

    private static readonly string[] Known =
        ["changeType", "notificationUrl", "lifecycleNotificationUrl", "resource", "expirationDateTime", "clientState", "latestSupportedTlsVersion"];

    /// <returns>The subscription; otherwise the refusal.</returns>
    public (Subscription? Asked, Answer? Refusal) Read(GraphCall call)
    {
        var body = call.Body;
        if (body is null || body.Select(member => member.Key).Except(Known).Any())
            return (null, Wrong("The request body is missing or holds a property that a subscription to events does not have."));
        var kinds = (body.Text("changeType") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (kinds.Length == 0 || kinds.Except(Kinds).Any() || kinds.Distinct().Count() != kinds.Length)
            return (null, Wrong("changeType must be created, updated, deleted or a list of these."));
        if (body.Text("clientState") is { Length: > LongestState })
            return (null, Wrong($"clientState must not exceed {LongestState} characters."));
        if (Address(body, "notificationUrl") is not ({ } notices, _))
            return (null, Address(body, "notificationUrl").Refusal);
        Uri? lifecycle = null;
        if (body["lifecycleNotificationUrl"] is not null && (lifecycle = Address(body, "lifecycleNotificationUrl").Url) is null)
            return (null, Address(body, "lifecycleNotificationUrl").Refusal);
        if (Expiry(body) is not ({ } expires, _))
            return (null, Expiry(body).Refusal);
        var resource = body.Text("resource") ?? "";
        if (resource.Trim('/').Split('/') is not (["users", _, "events"] or ["users", _, "calendar", "events"]))
            return (null, Wrong($"Resource '{resource}' is not supported for subscriptions here."));
        var user = Uri.UnescapeDataString(resource.Trim('/').Split('/')[1]);
        if (users.Find(user) is not { } found || mailboxes.Of(found.Id("id")) is not { } mailbox)
            return (null, GraphAnswers.Error(404, "ResourceNotFound", $"Resource '{user}' does not exist."));
        return (new Subscription(Ids.RandomGuid(), mailbox, resource, kinds)
        {
            NotificationUrl = notices,
            LifecycleUrl = lifecycle,
            ClientState = body.Text("clientState"),
            Expires = expires,
            ImmutableIds = call.ImmutableIds,
        }, null);
    }

    /// <returns>The expiry, raised to the least that Graph gives; otherwise the refusal.</returns>
    public (DateTimeOffset? At, Answer? Refusal) Expiry(JsonObject body)
    {
        var now = machine.GetUtcNow();
        if (Iso.Read(body.Text("expirationDateTime")) is not { } asked)
            return (null, Wrong("expirationDateTime is missing or not a time."));
        if (asked <= now)
            return (null, Wrong("Subscription expiration must be in the future."));
        if (asked > now.AddMinutes(MostMinutes))
            return (null, Wrong($"Subscription expiration can only be {MostMinutes} minutes in the future."));
        var least = now.AddMinutes(LeastMinutes);
        return (asked < least ? least : asked, null);
    }

    /// <returns>An address on this machine; otherwise the refusal.</returns>
    public static (Uri? Url, Answer? Refusal) Address(JsonObject body, string name) =>
        Uri.TryCreate(body.Text(name), UriKind.Absolute, out var url) && Handshake.MayCall(url)
            ? (url, null)
            : (null, Wrong($"{name} is missing, not an address, or not on this machine: the sandbox calls nothing else."));

    public static Answer Wrong(string message) => GraphAnswers.Error(400, "InvalidRequest", message);
}
