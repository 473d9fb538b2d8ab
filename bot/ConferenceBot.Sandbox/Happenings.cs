using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox;

/// <summary>One line of what happened.</summary>
/// <param name="At">Procedure time.</param>
/// <param name="Kind">graph, clock, bot, person, delivery or fault.</param>
/// <param name="Who">The person it concerns, or null.</param>
internal sealed record Happening(long Seq, DateTimeOffset At, string Kind, Guid? Who, string Text);

/// <summary>The last 300 things that happened in the tenant, oldest first.</summary>
internal sealed class Happenings(Func<DateTimeOffset> now, ChangeFeed feed)
{
    private const int Kept = 300;
    private readonly Lock _gate = new();
    private readonly Queue<Happening> _lines = new();
    private long _seq;

    public void Add(string kind, Guid? who, string text)
    {
        lock (_gate)
        {
            _lines.Enqueue(new Happening(++_seq, now(), kind, who, text));
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
        feed.Publish("log", who);
    }

    public IReadOnlyList<Happening> All()
    {
        lock (_gate)
            return [.. _lines];
    }

    public JsonArray ToJson() => new([.. All().Select(line => (JsonNode)new JsonObject
    {
        ["seq"] = line.Seq,
        ["at"] = Iso.Write(line.At),
        ["kind"] = line.Kind,
        ["who"] = line.Who?.ToString(),
        ["text"] = line.Text,
    })]);
}
