using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Calendars.Notifications;

/// <summary>
/// <c>POST /api/graph/notifications/{council}</c> and <c>/api/graph/lifecycle/{council}</c>: 200 a handshake; 202 everything that is a
/// list of notifications, believed or not; 400 malformed; 413 over the cap; 404 a council that wants none. Answers from memory alone:
/// a notification is only a hint that is noted, and nothing of its body is logged.
/// </summary>
internal sealed class NotificationEndpoint(
    CouncilsLookup councils, ISubscriptions subscriptions, KnownSubscriptions known, ICalendarHints hints, Measures measures)
{
    /// <summary>Characters; Graph's own are a few hundred.</summary>
    private const int LongestToken = 2048;

    public async Task HandleAsync(HttpContext http)
    {
        var council = new CouncilKey(http.Request.RouteValues["council"] as string ?? "");
        if (councils.Find(council.Value) is null || subscriptions.AddressOf(council) is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (http.Request.Query.TryGetValue("validationToken", out var tokens))
        {
            await ShakeHandsAsync(http.Response, tokens is [{ Length: > 0 and <= LongestToken } token] ? token : null, http.RequestAborted);
            return;
        }

        var (items, status) = await NotificationBody.ReadAsync(http.Request, http.RequestAborted);
        http.Response.StatusCode = status;
        if (items is null) measures.Notification(council, "malformed");
        foreach (var item in items ?? []) measures.Notification(council, Take(council, item));
    }

    /// <summary>The token goes back as it came, as plain text that no browser takes for a page.</summary>
    private static Task ShakeHandsAsync(HttpResponse response, string? token, CancellationToken cancellationToken)
    {
        response.StatusCode = token is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        if (token is null) return Task.CompletedTask;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(token, cancellationToken);
    }

    /// <returns>What became of it, for counting.</returns>
    private string Take(CouncilKey council, Notification item)
    {
        var (sender, mailbox) = known.Judge(council, item.SubscriptionId, item.ClientState);
        if (sender != Sender.Genuine) return sender == Sender.Forged ? "forged" : "unknown";
        switch (item.LifecycleEvent)
        {
            case "":
                hints.Changed(council, mailbox);
                return "change";
            case "reauthorizationRequired":
                hints.Care(council, mailbox, new SubscriptionNews(SubscriptionCare.Renew, item.SubscriptionId));
                return "reauthorizationRequired";
            case "subscriptionRemoved":
                hints.Care(council, mailbox, new SubscriptionNews(SubscriptionCare.Again, item.SubscriptionId));
                hints.Changed(council, mailbox);
                return "subscriptionRemoved";
            case "missed":
                hints.Changed(council, mailbox);
                return "missed";
            default:
                hints.Changed(council, mailbox);
                return "otherLifecycle";
        }
    }
}
