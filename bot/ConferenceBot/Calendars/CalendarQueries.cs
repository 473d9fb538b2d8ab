using System.Globalization;
using System.Text.Json;
using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.Calendars;

/// <summary>The requests to Graph's calendars. The same preferences go with every one of them: a later page without them changes zone and ids.</summary>
internal sealed class CalendarQueries(GraphClients clients)
{
    /// <summary>Events a page. A page is a transaction of the caller.</summary>
    public const int PageSize = 100;

    private static readonly string[] Master =
        ["id", "iCalUId", "type", "subject", "categories", "sensitivity", "isCancelled", "isAllDay", "isOrganizer", "organizer", "attendees",
            "lastModifiedDateTime"];

    /// <param name="link">Its origin is checked before; null starts a round over the window.</param>
    public async Task<DeltaPage> PageAsync(
        CouncilKey council, string mailbox, string? link, CalendarWindow window, CancellationToken cancellationToken)
    {
        var delta = clients.For(council).Users[mailbox].CalendarView.Delta;
        var request = link is null
            ? delta.ToGetRequestInformation(query =>
            {
                query.QueryParameters.StartDateTime = Instant(window.From);
                query.QueryParameters.EndDateTime = Instant(window.Until);
            })
            : delta.WithUrl(link).ToGetRequestInformation();
        await using var body = await SendAsync(council, request, cancellationToken);
        return await DeltaPage.ReadAsync(body, cancellationToken);
    }

    /// <summary>The master of a series; null when the mailbox does not have it any more, or it cannot be read.</summary>
    public Task<Event?> MasterAsync(CouncilKey council, string mailbox, string id, CancellationToken cancellationToken) =>
        OneAsync(council, mailbox, id, Master, cancellationToken);

    /// <summary>One event, with its times; null when the mailbox does not have it any more, or it cannot be read.</summary>
    public Task<Event?> EventAsync(CouncilKey council, string mailbox, string id, CancellationToken cancellationToken) =>
        OneAsync(council, mailbox, id, [.. Master, "start", "end", "originalStart", "seriesMasterId"], cancellationToken);

    private async Task<Event?> OneAsync(CouncilKey council, string mailbox, string id, string[] select, CancellationToken cancellationToken)
    {
        var request = clients.For(council).Users[mailbox].Events[id].ToGetRequestInformation(query => query.QueryParameters.Select = select);
        try
        {
            await using var body = await SendAsync(council, request, cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return json.RootElement.ValueKind == JsonValueKind.Object ? DeltaPage.ReadEvent(json.RootElement) : null;
        }
        catch (ApiException refusal) when (refusal.ResponseStatusCode == 404)
        {
            return null;
        }
    }

    private async Task<Stream> SendAsync(CouncilKey council, RequestInformation request, CancellationToken cancellationToken)
    {
        request.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");
        request.Headers.Add("Prefer", string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={PageSize}"));
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        request.AddRequestOptions([GraphClients.Once]);
        return await clients.For(council).RequestAdapter.SendPrimitiveAsync<Stream>(request, GraphCalls.Errors, cancellationToken)
            ?? throw new JsonException("An empty answer.");
    }

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
