using System.Globalization;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph.Notices;

/// <summary>One subscription of the bot to a mailbox's events. Times are machine time.</summary>
/// <param name="Resource">As it was asked for.</param>
/// <param name="ChangeTypes">created, updated and deleted, or some of them.</param>
internal sealed record Subscription(Guid Id, Mailbox Mailbox, string Resource, IReadOnlyList<string> ChangeTypes)
{
    public required Uri NotificationUrl { get; init; }
    public Uri? LifecycleUrl { get; init; }
    public string? ClientState { get; init; }
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Whether notices name events by their immutable ids.</summary>
    public bool ImmutableIds { get; init; }

    public string ChangeType => string.Join(',', ChangeTypes);

    /// <summary>What makes two subscriptions the same.</summary>
    public (Guid Mailbox, string ChangeType) Identity => (Mailbox.Id, string.Join(',', ChangeTypes.Order(StringComparer.Ordinal)));

    public JsonObject ToJson(Guid appId, string baseAddress, bool withState) => new()
    {
        ["@odata.context"] = baseAddress + "/$metadata#subscriptions/$entity",
        ["id"] = Id.ToString(),
        ["resource"] = Resource,
        ["applicationId"] = appId.ToString(),
        ["changeType"] = ChangeType,
        ["clientState"] = withState ? ClientState : null,
        ["notificationUrl"] = NotificationUrl.ToString(),
        ["lifecycleNotificationUrl"] = LifecycleUrl?.ToString(),
        ["expirationDateTime"] = Instant(Expires),
        ["creatorId"] = appId.ToString(),
        ["latestSupportedTlsVersion"] = "v1_2",
        ["includeResourceData"] = null,
    };

    /// <summary>What every notice and lifecycle event of it begins with.</summary>
    public JsonObject Notice(Guid tenant) => new()
    {
        ["subscriptionId"] = Id.ToString(),
        ["subscriptionExpirationDateTime"] = Instant(Expires),
        ["clientState"] = ClientState,
        ["tenantId"] = tenant.ToString(),
    };

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
