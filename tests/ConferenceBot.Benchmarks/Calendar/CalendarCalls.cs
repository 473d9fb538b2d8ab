using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;

namespace ConferenceBot.Benchmarks;

/// <summary>What the sandbox and the host say of the calls to calendars.</summary>
internal static class CalendarCalls
{
    /// <summary>The sandbox's name of the call that asks what has changed.</summary>
    public const string Delta = "GET users/{user}/calendarView/delta";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until the host has read each mailbox to its end, by the sandbox's book and by the host's own.</summary>
    public static async Task ReadOnceAsync(SandboxServer sandbox, HostProcess host, int mailboxes, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var http = new HttpClient { BaseAddress = host.Address };
        while (sandbox.Services.Graph.Delta.FinishedRounds.Count < mailboxes || await ReadAsync(http, cancellationToken) < mailboxes)
        {
            if (host.HasEnded || Stopwatch.GetElapsedTime(started) > patience)
                throw new PartFailedException($"Not every mailbox was read. {host.LastLines()}");
            await Pause.ForAsync(Look, cancellationToken);
        }
    }

    private static async Task<int> ReadAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
        var json = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return json?["checks"]?["calendars"]?["data"] is JsonObject calendars
            ? calendars.Count(pair => pair.Value is JsonObject mailbox && mailbox["secondsSinceRead"] is not null)
            : 0;
    }
}
