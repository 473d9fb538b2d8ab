using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ConferenceBot.Store;

/// <summary>Reads one row. Says the code of the failure, never a path.</summary>
internal sealed class StoreHealth(IDbContextFactory<ConferenceBotDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await StoreFailures.TranslateAsync(async () =>
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken);
                return await db.Schema.AsNoTracking().AnyAsync(cancellationToken)
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy("The schema row is missing.");
            });
        }
        catch (StoreAwayException e)
        {
            return HealthCheckResult.Unhealthy(e.Code);
        }
    }
}
