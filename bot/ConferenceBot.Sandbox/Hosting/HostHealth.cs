using System.Globalization;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>What the host's watchdog counts as needing a look; only codes and counts.</summary>
/// <param name="Counts">By code, for example deliveriesGivenUp; the council's key is left out.</param>
internal sealed record HostAlarms(IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>Cards that were refused for good.</summary>
    public int GivenUp => Counts.GetValueOrDefault("deliveriesGivenUp");

    /// <summary>Cards for people in whose Teams the bot is not installed.</summary>
    public int NotReached => Counts.GetValueOrDefault("peopleNotReached");
}

/// <summary>Reads the host's /health, as an operator would.</summary>
internal sealed class HostHealth(HttpClient http, Func<Uri?> host, TimeProvider machine)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <returns>Null when the host does not answer in time.</returns>
    public async Task<HostAlarms?> ReadAsync(CancellationToken cancellationToken) => Read(await AskAsync(cancellationToken));

    /// <returns>Null when the host does not answer in time.</returns>
    public async Task<CalendarsHealth?> ReadCalendarsAsync(CancellationToken cancellationToken) => CalendarsHealth.Read(await AskAsync(cancellationToken));

    private async Task<JsonObject?> AskAsync(CancellationToken cancellationToken)
    {
        if (host() is not { } address)
            return null;
        using var patience = new CancellationTokenSource(Patience, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/health"), either.Token);
            return JsonReading.ParseObject(await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static HostAlarms? Read(JsonObject? body)
    {
        if (body.Object("checks").Object("watchdog") is not { } watchdog)
            return null;
        var counts = new Dictionary<string, int>();
        foreach (var (key, value) in watchdog.Object("data") ?? [])
        {
            var code = key[(key.LastIndexOf('.') + 1)..];
            var count = int.TryParse(value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
            counts[code] = counts.GetValueOrDefault(code) + count;
        }
        return new HostAlarms(counts);
    }
}
