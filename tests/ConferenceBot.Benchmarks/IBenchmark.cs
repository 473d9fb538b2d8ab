namespace ConferenceBot.Benchmarks;

/// <summary>
/// One benchmark. A class that implements this and has a constructor without parameters is found by itself: a new benchmark is one
/// file. Subject and floor run in processes of their own, and each process measures once.
/// </summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line and the start of each figure's name.</summary>
    string Name { get; }

    /// <summary>What is measured, for a person who reads the table.</summary>
    string Subject { get; }

    /// <summary>What it is compared with: the least that any program would have to do for the same result. Null measures the subject alone.</summary>
    string? Floor { get; }

    /// <summary>
    /// Prepares, warms up and measures one part. Both parts give the same figures in the same units; a figure without a floor is
    /// left out by the floor.
    /// </summary>
    Task<IReadOnlyList<Measurement>> MeasureAsync(Part part, CancellationToken cancellationToken);
}

internal enum Part
{
    Subject,
    Floor,
}

/// <param name="Figure">Short, such as <c>time</c>.</param>
/// <param name="Unit">Such as <c>ns/decision</c>.</param>
internal sealed record Measurement(string Figure, double Value, string Unit);
