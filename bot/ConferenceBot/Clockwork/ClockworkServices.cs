using ConferenceBot.Councils;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;
using Quartz;

namespace ConferenceBot.Clockwork;

internal static class ClockworkServices
{
    /// <summary>Adds procedure time, each council's procedure and the jobs.</summary>
    public static IServiceCollection AddClockwork(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ClockworkOptions>().ReadFrom(configuration.GetSection("Clockwork")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClockworkOptions>, ClockworkOptionsValidator>();
        foreach (var council in configuration.GetSection("Councils").GetChildren())
            services.AddOptions<ProcedureOptions>(council.Key).ReadFrom(council.GetSection("Procedure")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProcedureOptions>, ProcedureOptionsValidator>();
        services.AddHttpClient(ProcedureClock.HttpClientName, c => c.Timeout = TimeSpan.FromSeconds(5)).RemoveAllLoggers();
        services.AddSingleton<ProcedureClock>();
        services.AddSingleton<IProcedureClock>(provider => provider.GetRequiredService<ProcedureClock>());
        services.AddSingleton<IRuleClocks, RuleClocks>();
        services.AddSingleton<MailboxList>();
        services.AddSingleton<MailboxRead>();
        services.AddSingleton<MailboxReads>();
        services.AddSingleton<SubscriptionRounds>();
        services.AddSingleton<ICalendarHints, CalendarHints>();
        services.AddSingleton<Rounds>();
        services.AddSingleton<Settling>();
        services.AddSingleton<RecordEndpoint>();
        services.AddHostedService<ClockStart>();
        services.AddHostedService<PeopleStart>();
        services.AddHostedService(provider => provider.GetRequiredService<MailboxReads>());
        services.AddHostedService(provider => provider.GetRequiredService<SubscriptionRounds>());
        services.AddQuartz(quartz =>
        {
            Every<SyncJob>(quartz, _ => SyncJob.Every);
            Every<TickJob>(quartz, options => options.TickEvery);
            Every<LookJob>(quartz, options => options.TickEvery);
            Every<DeliverJob>(quartz, options => options.TickEvery);
            Every<PeopleJob>(quartz, options => options.SyncEvery);
        });
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Where a walking clock is configured, lets it ask for everything due to happen; mapped nowhere else.</summary>
    public static IEndpointRouteBuilder MapClockwork(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<ProcedureClock>().IsReal) return endpoints;
        endpoints.MapGet("/clockwork", (Settling settling, CancellationToken ct) => settling.StandAsync(ct));
        endpoints.MapPost("/clockwork/settle", (Settling settling, CancellationToken ct) => settling.SettleAsync(ct));
        endpoints.MapGet("/clockwork/record", (RecordEndpoint record, string? after, CancellationToken ct) => record.TellAsync(after, ct));
        return endpoints;
    }

    /// <summary>Runs that were missed become exactly one: the tick asks, it does not remember.</summary>
    private static void Every<TJob>(IQuartzBuilder quartz, Func<ClockworkOptions, TimeSpan> interval)
        where TJob : IJob => quartz.ScheduleJob<TJob>((services, trigger) => trigger
        .WithIdentity(typeof(TJob).Name)
        .StartNow()
        .WithSimpleSchedule(schedule => schedule
            .WithInterval(interval(services.GetRequiredService<IOptions<ClockworkOptions>>().Value))
            .RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
}

/// <summary>Reads the procedure clock once before anything is decided.</summary>
internal sealed class ClockStart(ProcedureClock clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => clock.RefreshAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
