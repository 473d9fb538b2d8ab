using ConferenceBot.Workflows;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace ConferenceBot.Operations;

internal static class HealthServices
{
    /// <summary>A supervisor waits ten seconds before it kills; turns in flight have until just before that.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(9);

    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Stopping);
        services.AddHealthChecks().AddCheck<WatchdogCheck>("watchdog").AddCheck<CalendarsCheck>("calendars").AddCheck<DirectoryCheck>("directory");
        services.AddSingleton<WatchClocks>();
        services.AddSingleton<Watchdog>();
        services.AddHostedService<WatchMeasures>();
        services.AddQuartz(quartz => quartz.ScheduleJob<WatchJob>(trigger => trigger
            .WithIdentity(nameof(WatchJob))
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(WatchJob.Every).RepeatForever())));
        return services;
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store answers. <c>/health</c>: the watchdog too.</summary>
    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Name == "store" });
        endpoints.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });
        return endpoints;
    }

    /// <summary>Codes and counts only; what a failed check threw is in the log, not here.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new
        {
            status = e.Value.Status.ToString(),
            description = e.Value.Exception is null ? e.Value.Description : "The check itself failed.",
            e.Value.Data,
        }),
    });
}

/// <summary>
/// Makes silence visible: mailboxes that could not be read or are not heard, conferences that nothing is due for, obligations whose
/// decision fails or is late, cards that could not be delivered. Degraded while somebody should look.
/// </summary>
internal sealed class WatchdogCheck(Watchdog watchdog, IStore store, WatchClocks clocks) : IHealthCheck
{
    /// <summary>A tick looks far more often; an obligation still due after this long is stuck.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        foreach (var seen in await watchdog.LookAsync(cancellationToken))
        {
            var council = seen.Council;
            var unread = seen.Mailboxes.Count(m => CalendarsCheck.IsUnread(m, clocks.Machine.GetUtcNow()));
            var unheard = seen.Mailboxes.Count(m => m.Subscribed == false);
            var (failing, late, givenUp, awaiting) = await store.ReadAsync(council, async session =>
            {
                var counts = await session.Deliveries.CountAsync(cancellationToken);
                return (
                    await session.Dues.FailingAsync(cancellationToken),
                    await session.Dues.NextAsync(cancellationToken) < clocks.Procedure.Now - Late,
                    counts.GetValueOrDefault(DeliveryState.GivenUp),
                    counts.GetValueOrDefault(DeliveryState.AwaitingInstall));
            }, cancellationToken);
            if (unread > 0) data[$"{council}.mailboxesNotRead"] = unread;
            if (unheard > 0) data[$"{council}.mailboxesNotSubscribed"] = unheard;
            if (seen.WithoutNextStep > 0) data[$"{council}.conferencesWithoutNextStep"] = seen.WithoutNextStep;
            if (seen.WithoutCalendar > 0) data[$"{council}.conferencesWithoutCalendar"] = seen.WithoutCalendar;
            if (failing > 0) data[$"{council}.obligationsFailing"] = failing;
            if (late) data[$"{council}.obligationsLate"] = true;
            if (givenUp > 0) data[$"{council}.deliveriesGivenUp"] = givenUp;
            if (awaiting > 0) data[$"{council}.peopleNotReached"] = awaiting;
        }

        return data.Count == 0
            ? HealthCheckResult.Healthy("Everything that is open has a next step.")
            : HealthCheckResult.Degraded("Something needs a look.", data: data);
    }
}
