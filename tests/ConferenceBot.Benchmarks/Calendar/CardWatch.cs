using System.Diagnostics;
using ConferenceBot.Sandbox;

namespace ConferenceBot.Benchmarks;

/// <summary>Looks for words on cards as they arrive at the connector.</summary>
internal sealed class CardWatch : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Since, TaskCompletionSource<TimeSpan> Arrival)> _expected = [];
    private readonly SandboxServer _sandbox;

    public CardWatch(SandboxServer sandbox)
    {
        _sandbox = sandbox;
        _ = WatchAsync(_stop.Token);
    }

    /// <returns>How long it is from now until a card with the words is put up or brought up to date.</returns>
    public Task<TimeSpan> Expect(string words)
    {
        var arrival = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _expected[words] = (Stopwatch.GetTimestamp(), arrival);
        return arrival.Task;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var note in _sandbox.Services.Feed.ReadAsync(stop))
            {
                var now = Stopwatch.GetTimestamp();
                foreach (var chat in _sandbox.Services.Chats.All.Where(c => note.Contains(c.Person.Id.ToString(), StringComparison.Ordinal)))
                    Look(string.Concat(chat.Messages().Select(message => message.Card?.ToJsonString())), now);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more.
        }
    }

    private void Look(string cards, long now)
    {
        lock (_gate)
        {
            foreach (var (words, (since, arrival)) in _expected.Where(one => cards.Contains(one.Key, StringComparison.Ordinal)).ToList())
            {
                arrival.TrySetResult(Stopwatch.GetElapsedTime(since, now));
                _expected.Remove(words);
            }
        }
    }
}
