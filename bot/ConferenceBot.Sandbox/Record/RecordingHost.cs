using ConferenceBot.Sandbox.Clock;

namespace ConferenceBot.Sandbox.Record;

/// <summary>Notes what happened after each stop of the clock, while the clock still shows when.</summary>
internal sealed class RecordingHost(IClockworkHost host, Happened happened) : IClockworkHost
{
    public async Task<Settled?> SettleAsync(CancellationToken cancellationToken)
    {
        var settled = await host.SettleAsync(cancellationToken);
        await happened.RefreshAsync(cancellationToken);
        return settled;
    }

    public Task<Settled?> LookAsync(CancellationToken cancellationToken) => host.LookAsync(cancellationToken);
}
