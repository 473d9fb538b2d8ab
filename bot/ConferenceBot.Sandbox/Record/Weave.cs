namespace ConferenceBot.Sandbox.Record;

/// <summary>
/// Puts what the host says happened between what the tenant saw: a decision before the card that tells it, an audit row after the
/// button that was pressed. Pure.
/// </summary>
internal static class Weave
{
    /// <param name="seen">What the tenant saw, in order.</param>
    /// <param name="told">What the host tells, in any order.</param>
    public static IReadOnlyList<Line> Together(IReadOnlyList<Line> seen, IReadOnlyList<RecordLine> told)
    {
        var lines = seen.ToArray();
        var placed = new List<(int Slot, int Rank, int Order, Line Line)>();
        foreach (var (line, order) in told.Select((line, order) => (line, order)))
        {
            if (line.Anchor == Anchor.ArrivalDetail && Array.FindIndex(lines, one => Arrives(one, line.Activity)) is >= 0 and var arrival)
                lines[arrival] = lines[arrival] with { Conference = line.Line.Conference, Detail = line.Line.Detail };
            else
                placed.Add((Slot(lines, line), line.Rank, order, line.Line));
        }
        var woven = new List<Line>(lines.Length + placed.Count);
        var next = 0;
        foreach (var one in placed.OrderBy(one => one.Slot).ThenBy(one => one.Rank).ThenBy(one => one.Order))
        {
            while (next < one.Slot)
                woven.Add(lines[next++]);
            woven.Add(one.Line);
        }
        woven.AddRange(lines.Skip(next));
        return woven;
    }

    /// <returns>Before which of the lines it belongs; their number for the end.</returns>
    private static int Slot(Line[] lines, RecordLine told)
    {
        var found = told.Anchor switch
        {
            Anchor.Arrival => Array.FindIndex(lines, line => Arrives(line, told.Activity)),
            Anchor.Press => Array.FindLastIndex(lines, line => line.Kind == "reply" && told.Activity is not null
                && line.Activity == told.Activity && line.Who == told.Line.Who) is >= 0 and var press ? press + 1 : -1,
            Anchor.Reading => Array.FindLastIndex(lines, line => line.Kind == "read" && line.At == told.Line.At) is >= 0 and var read ? read + 1 : -1,
            _ => -1,
        };
        if (found < 0)
            found = Array.FindIndex(lines, line => line.At > told.Line.At);
        return found < 0 ? lines.Length : found;
    }

    private static bool Arrives(Line line, string? activity) => activity is not null && line.Kind == "delivery" && line.Activity == activity;
}
