using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Record;

/// <summary>One line of what happened. Never a word that anybody typed, never the subject of an event.</summary>
/// <param name="At">Procedure time.</param>
/// <param name="Conference">The bot's own short reference, or null.</param>
/// <param name="Detail">A second line, with ids, or null.</param>
internal sealed record Line(DateTimeOffset At, string Kind, Guid? Who, string? Conference, string Text, string? Detail = null)
{
    /// <summary>Its place, from 1; 0 while it has none.</summary>
    public long Seq { get; init; }

    /// <summary>The activity in a chat that it is about, or null.</summary>
    public string? Activity { get; init; }

    public JsonObject ToJson() => new()
    {
        ["seq"] = Seq,
        ["at"] = Iso.Write(At),
        ["kind"] = Kind,
        ["who"] = Who?.ToString(),
        ["conference"] = Conference,
        ["text"] = Text,
        ["detail"] = Detail,
    };
}

/// <summary>A line of the host's record and where it belongs among what the tenant saw.</summary>
/// <param name="Rank">Its place among lines of the same spot.</param>
/// <param name="Anchor">How <paramref name="Activity"/> is meant.</param>
internal sealed record RecordLine(Line Line, int Rank, Anchor Anchor = Anchor.None, string? Activity = null);

internal enum Anchor
{
    /// <summary>At the end of its instant.</summary>
    None,

    /// <summary>After the calendar was read.</summary>
    Reading,

    /// <summary>Before the card with that activity arrived.</summary>
    Arrival,

    /// <summary>Says of the arrival itself how it went.</summary>
    ArrivalDetail,

    /// <summary>After a button on that activity was pressed.</summary>
    Press,
}
