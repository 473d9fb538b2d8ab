using Xunit;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>An issuer and a host that the tests of one class share; <see cref="Fresh"/> forgets what earlier tests did.</summary>
public sealed class TeamsWorld : IAsyncLifetime
{
    public ConnectorIssuer Issuer { get; private set; } = null!;

    internal TeamsHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await ConnectorIssuer.StartAsync();
        Host = await TeamsHost.StartAsync(Issuer);
    }

    internal TeamsHost Fresh()
    {
        Host.Turns.Told.Clear();
        Host.Turns.Failure = null;
        return Host;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
