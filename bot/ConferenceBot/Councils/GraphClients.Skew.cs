using System.Collections.Concurrent;
using ConferenceBot.Domain;

namespace ConferenceBot.Councils;

/// <summary>How far Graph's clock is ahead of this machine's, as its last answer said. Tokens and expiries need the two to agree.</summary>
internal sealed class GraphSkews(TimeProvider machine)
{
    /// <summary>Beyond this somebody should look: tokens begin to fail at about as much.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<CouncilKey, TimeSpan> skews = new();

    /// <summary>Null while Graph has not answered.</summary>
    public TimeSpan? Of(CouncilKey council) => skews.TryGetValue(council, out var skew) ? skew : null;

    public void Note(CouncilKey council, DateTimeOffset? date)
    {
        if (date is { } theirs) skews[council] = theirs - machine.GetUtcNow();
    }
}

/// <summary>Compares the clocks with every answer.</summary>
internal sealed class GraphSkewHandler(CouncilKey council, GraphSkews skews) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        skews.Note(council, response.Headers.Date);
        return response;
    }
}
