using ConferenceBot.Workflows;

namespace ConferenceBot.Clockwork;

/// <summary>What happened, for the one who walks the clock; offered only where such a clock is configured.</summary>
/// <param name="Cursor">To be given back; the same cursor again means that nothing has changed.</param>
/// <param name="Councils">Null when nothing has changed.</param>
internal sealed record Record(string Cursor, IReadOnlyList<CouncilRecord>? Councils);

internal sealed class RecordEndpoint(Rounds rounds, WhatHappened happened, IIds ids)
{
    private readonly string start = ids.Next().ToString("N");

    /// <param name="after">A cursor of an earlier answer; anything else gets everything.</param>
    public async Task<Record> TellAsync(string? after, CancellationToken cancellationToken)
    {
        var cursor = $"{start}.{happened.Mark}";
        if (after == cursor) return new Record(cursor, null);
        var councils = new List<CouncilRecord>();
        foreach (var council in rounds.Councils) councils.Add(await happened.TellAsync(council, cancellationToken));
        return new Record(cursor, councils);
    }
}
