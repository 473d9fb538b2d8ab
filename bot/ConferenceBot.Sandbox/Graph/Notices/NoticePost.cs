using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Graph.Notices;

/// <summary>Posts notices and tries again, as Graph does, when the answer is not 2xx or comes too late. Machine time.</summary>
internal sealed class NoticePost(HttpClient http, TimeProvider machine) : IDisposable
{
    /// <summary>After this long without an answer a notice counts as not delivered.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    /// <summary>Waits between tries; the last one repeats until four hours have passed.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1)];

    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(4);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();

    /// <summary>Counts: posted, delivered, retried, slow, dropped.</summary>
    public int Count(string what) => _counts.GetValueOrDefault(what);

    /// <summary>Posts in the background.</summary>
    /// <param name="notices">What goes into one call.</param>
    public void Send(Uri url, IReadOnlyList<JsonObject> notices) => _ = SendAsync(url, new JsonObject
    {
        ["value"] = new JsonArray([.. notices.Select(one => (JsonNode)one.DeepClone())]),
    }.ToJsonString());

    public JsonObject ToJson() => new(_counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    public void Reset() => _counts.Clear();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task SendAsync(Uri url, string body)
    {
        var stop = _stop.Token;
        var began = machine.GetTimestamp();
        try
        {
            for (var tries = 0; machine.GetElapsedTime(began) < GivesUpAfter; tries++)
            {
                if (tries > 0)
                {
                    Note("retried");
                    await Task.Delay(Waits[Math.Min(tries - 1, Waits.Length - 1)], machine, stop);
                }
                if (await TryAsync(url, body, stop))
                    return;
            }
            Note("dropped");
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops.
        }
    }

    private async Task<bool> TryAsync(Uri url, string body, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(AnswerWithin, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            Note("posted");
            using var response = await http.PostAsync(url, new StringContent(body, Encoding.UTF8, "application/json"), either.Token);
            if (!response.IsSuccessStatusCode)
                return false;
            Note("delivered");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Note("slow");
            return false;
        }
    }

    private void Note(string what) => _counts.AddOrUpdate(what, 1, (_, count) => count + 1);
}
