using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ConferenceBot.Sandbox;

/// <summary>Tells every open page that something changed; a slow page loses the oldest notes, never blocks the tenant.</summary>
internal sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<Channel<string>, byte> _open = new();

    /// <param name="what">chat, clock, log or host.</param>
    public void Publish(string what, Guid? person = null)
    {
        var note = new JsonObject { ["what"] = what, ["person"] = person?.ToString() }.ToJsonString();
        foreach (var channel in _open.Keys)
            channel.Writer.TryWrite(note);
    }

    public async IAsyncEnumerable<string> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        _open[channel] = 0;
        try
        {
            await foreach (var note in channel.Reader.ReadAllAsync(cancellationToken))
                yield return note;
        }
        finally
        {
            _open.TryRemove(channel, out _);
        }
    }
}
