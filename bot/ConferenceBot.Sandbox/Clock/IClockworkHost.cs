namespace ConferenceBot.Sandbox.Clock;

/// <summary>What the host says of its clockwork.</summary>
/// <param name="NextDue">The next instant at which something is due, or null.</param>
/// <param name="Quiet">Whether everything due has been done.</param>
/// <param name="Waiting">What could not be finished.</param>
internal sealed record Settled(DateTimeOffset? NextDue, bool Quiet, IReadOnlyList<string> Waiting);

/// <summary>The side of the host that the walking clock needs.</summary>
internal interface IClockworkHost
{
    /// <summary>Lets the host do everything that is due.</summary>
    /// <returns>Null when the host cannot be asked.</returns>
    Task<Settled?> SettleAsync(CancellationToken cancellationToken);

    /// <summary>Asks without doing anything.</summary>
    /// <returns>Null when the host cannot be asked.</returns>
    Task<Settled?> LookAsync(CancellationToken cancellationToken);
}
