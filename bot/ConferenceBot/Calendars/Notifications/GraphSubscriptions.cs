using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.Calendars.Notifications;

/// <summary>Graph's subscriptions to the events of a mailbox. Notifications carry ids only, never what an event says.</summary>
internal sealed class GraphSubscriptions(
    GraphClients clients, GraphCalls calls, IOptionsMonitor<GraphOptions> settings, TimeProvider machine, Measures measures) : ISubscriptions
{
    /// <summary>Graph allows an event's subscription 10 080 minutes; a little less, since its clock is not ours.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10_000);

    /// <summary>More pages than this are not looked through for our own.</summary>
    private const int MostPages = 50;

    public string? AddressOf(CouncilKey council) =>
        settings.Get(council.Value).NotificationUrl is { Length: > 0 } address ? address.TrimEnd('/') : null;

    public Task<Grant?> CreateAsync(
        CouncilKey council, string mailbox, string address, string clientState, CancellationToken cancellationToken) =>
        AskAsync(council, "create", 409, async cancel =>
        {
            var wanted = new Subscription
            {
                ChangeType = "created,updated,deleted",
                Resource = ResourceOf(mailbox),
                NotificationUrl = address + NotificationsRegistration.NotificationsPath + council,
                LifecycleNotificationUrl = address + NotificationsRegistration.LifecyclePath + council,
                ClientState = clientState,
                ExpirationDateTime = machine.GetUtcNow() + Life,
            };
            return Granted(await SendAsync(council, clients.For(council).Subscriptions.ToPostRequestInformation(wanted), cancel));
        }, cancellationToken);

    public Task<Grant?> RenewAsync(CouncilKey council, string id, CancellationToken cancellationToken) =>
        AskAsync(council, "renew", 404, async cancel =>
        {
            var until = new Subscription { ExpirationDateTime = machine.GetUtcNow() + Life };
            return Granted(await SendAsync(council, clients.For(council).Subscriptions[id].ToPatchRequestInformation(until), cancel));
        }, cancellationToken);

    public Task DeleteAsync(CouncilKey council, string id, CancellationToken cancellationToken) =>
        AskAsync(council, "delete", 404, async cancel =>
        {
            var request = Prepared(clients.For(council).Subscriptions[id].ToDeleteRequestInformation());
            await clients.For(council).RequestAdapter.SendNoContentAsync(request, GraphCalls.Errors, cancel);
            return "gone";
        }, cancellationToken);

    public async Task<IReadOnlyList<string>> ListAsync(CouncilKey council, string mailbox, CancellationToken cancellationToken)
    {
        List<string> ours = [];
        string? next = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var link = next;
            var page = await AskAsync(council, "list", null, cancel => PageAsync(council, link, cancel), cancellationToken);
            ours.AddRange((page?.Value ?? []).Where(one => one.Id is not null && IsOn(one, mailbox)).Select(one => one.Id!));
            if ((next = page?.OdataNextLink) is null) break;
        }

        return ours;
    }

    /// <summary>What is watched of a mailbox.</summary>
    public static string ResourceOf(string mailbox) => $"users/{mailbox}/events";

    private static bool IsOn(Subscription one, string mailbox) =>
        string.Equals(one.Resource?.TrimStart('/'), ResourceOf(mailbox), StringComparison.OrdinalIgnoreCase);

    /// <param name="absent">The status that is an answer and no failure: there is nothing, or something already.</param>
    private async Task<T?> AskAsync<T>(
        CouncilKey council, string act, int? absent, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var answer = await calls.AskAsync(async cancel =>
            {
                try
                {
                    return await call(cancel);
                }
                catch (ApiException refusal) when (refusal.ResponseStatusCode == absent)
                {
                    return null;
                }
            }, cancellationToken);
            measures.SubscriptionCall(council, act, answer is null ? "none" : "ok");
            return answer;
        }
        catch (CalendarAwayException away)
        {
            measures.SubscriptionCall(council, act, away.Code);
            throw;
        }
    }

    private async Task<SubscriptionCollectionResponse> PageAsync(CouncilKey council, string? link, CancellationToken cancellationToken)
    {
        var all = clients.For(council).Subscriptions;
        if (link is not null && !clients.Owns(council, link)) throw new ForeignLinkException();
        var request = Prepared(link is null ? all.ToGetRequestInformation() : all.WithUrl(link).ToGetRequestInformation());
        return await clients.For(council).RequestAdapter.SendAsync(
            request, SubscriptionCollectionResponse.CreateFromDiscriminatorValue, GraphCalls.Errors, cancellationToken)
            ?? throw new FormatException("An empty answer.");
    }

    private Task<Subscription?> SendAsync(CouncilKey council, RequestInformation request, CancellationToken cancellationToken) =>
        clients.For(council).RequestAdapter.SendAsync(
            Prepared(request), Subscription.CreateFromDiscriminatorValue, GraphCalls.Errors, cancellationToken);

    /// <summary>The ids that a notification names are of the kind the reader uses, although only the hint counts.</summary>
    private static RequestInformation Prepared(RequestInformation request)
    {
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        request.AddRequestOptions([GraphClients.Once]);
        return request;
    }

    /// <summary>The expiry counts as Graph answered it, whatever was asked for.</summary>
    private static Grant Granted(Subscription? answer) => answer is { Id.Length: > 0, ExpirationDateTime: { } until }
        ? new Grant(answer.Id, until)
        : throw new FormatException("No subscription in the answer.");
}
