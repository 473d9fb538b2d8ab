using System.Text.Json;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Clockwork;

/// <summary>
/// Procedure time: real time, or what the configured clock last said. That clock moves only when it is told to, so it is asked at
/// start and before each round of work, not continuously.
/// </summary>
internal sealed class ProcedureClock(IOptions<ClockworkOptions> options, IHttpClientFactory clients, TimeProvider machine) : IProcedureClock
{
    public const string HttpClientName = "procedure-clock";
    private long ticks;

    public bool IsReal => string.IsNullOrEmpty(options.Value.ClockUrl);

    /// <exception cref="InvalidOperationException">The configured clock has never answered.</exception>
    public DateTimeOffset Now => IsReal ? machine.GetUtcNow()
        : Interlocked.Read(ref ticks) is > 0 and var known ? new DateTimeOffset(known, TimeSpan.Zero)
        : throw new InvalidOperationException("The procedure clock has not been read yet.");

    /// <summary>Asks the configured clock; nothing to do for real time.</summary>
    /// <exception cref="HttpRequestException">The clock did not answer; the last known time stays.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (IsReal) return;
        using var client = clients.CreateClient(HttpClientName);
        await using var body = await client.GetStreamAsync(options.Value.ClockUrl, cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        Interlocked.Exchange(ref ticks, json.RootElement.GetProperty("now").GetDateTimeOffset().UtcTicks);
    }
}
