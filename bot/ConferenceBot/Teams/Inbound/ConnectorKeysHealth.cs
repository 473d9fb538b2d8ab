using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ConferenceBot.Teams;

/// <summary>Makes it visible that the connector's keys cannot be fetched: people's messages are then not taken in, or soon will not be.</summary>
internal sealed class ConnectorKeysHealth(ConnectorKeys keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.Away == 0
            ? HealthCheckResult.Healthy("The connector's keys were fetched whenever they were needed.")
            : HealthCheckResult.Degraded(
                "The connector's keys could not be fetched.", data: new Dictionary<string, object> { ["connectorsAway"] = keys.Away }));
}
