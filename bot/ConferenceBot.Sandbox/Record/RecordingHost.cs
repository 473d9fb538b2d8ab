using ConferenceBot.Sandbox.Clock;

namespace ConferenceBot.Sandbox.Record;

/// <summary>Notes what happened after each stop of the clock, while the clock still shows when.</summary>
internal sealed class RecordingHost(IClockworkHost host, Happened happened) : IClockworkHost
{
    public Task<Settled?> SettleAsync(CancellationToken cancellationToken) =>
        happened.AroundAsync(() => host.SettleAsync(cancellationToken), cancellationToken);

    public Task<Settled?> LookAsync(CancellationToken cancellationToken) => host.LookAsync(cancellationToken);
}
