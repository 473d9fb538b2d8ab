namespace ConferenceBot.Sandbox;

/// <summary>One call the tenant answers; README.md lists them all, and a test compares.</summary>
/// <param name="Path">Below the service's root; a segment in braces takes any value.</param>
/// <param name="Section">Section of protocol.md that describes it.</param>
/// <param name="What">What it is for, in a few words.</param>
internal sealed record Operation(string Method, string Path, string Section, string What)
{
    private readonly string[] _segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <returns>The values of the braces, in order; null when it is another call.</returns>
    public IReadOnlyList<string>? Match(string method, IReadOnlyList<string> segments)
    {
        if (method != Method || segments.Count != _segments.Length)
            return null;
        var values = new List<string>();
        foreach (var (index, wanted) in _segments.Index())
        {
            if (wanted.StartsWith('{'))
                values.Add(segments[index]);
            else if (wanted != segments[index])
                return null;
        }
        return values;
    }
}

/// <summary>The calls of one service, with what answers them. What is not in it does not exist.</summary>
internal sealed class OperationTable<THandler>(params IReadOnlyList<(Operation Operation, THandler Handler)> rows) where THandler : Delegate
{
    public IEnumerable<Operation> All => rows.Select(row => row.Operation);

    /// <returns>The row of a call; null when there is no such call.</returns>
    public Operation? Named(string method, IReadOnlyList<string> segments) => All.FirstOrDefault(one => one.Match(method, segments) is not null);

    /// <returns>The handler and the values of the path; null when there is no such call.</returns>
    public (THandler Handler, IReadOnlyList<string> Values)? Find(string method, IReadOnlyList<string> segments)
    {
        foreach (var (operation, handler) in rows)
        {
            if (operation.Match(method, segments) is { } values)
                return (handler, values);
        }
        return null;
    }
}
