using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Operations;

/// <summary>Starts the host or runs one command. What is wrong with the settings is said at once, every key by name.</summary>
internal static class StartUp
{
    public static async Task<int> RunAsync(WebApplicationBuilder builder, HostCommand command, Action<IEndpointRouteBuilder> map)
    {
        if (command.Act == CommandLine.Act.CalendarCheck) builder.Logging.ClearProviders();
        await using var app = builder.Build();
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            if (command.Act == CommandLine.Act.AuditVerify) return await VerifyAuditAsync(app.Services);
            if (command.Check is { } request) return await CheckCalendarsAsync(app.Services, request);
            map(app);
            await app.RunAsync();
            return CommandLine.Success;
        }
        catch (Exception problem) when (Failures(problem) is { Count: > 0 } failures)
        {
            await Console.Error.WriteLineAsync("ConferenceBot cannot start with these settings:");
            foreach (var failure in failures) await Console.Error.WriteLineAsync($"  {failure}");
            return CommandLine.Finding;
        }
        catch (Exception problem) when (problem is AwayException or IOException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync($"ConferenceBot cannot start: {problem.Message}");
            return CommandLine.Finding;
        }
    }

    /// <summary>Walks every council's audit chains; a break is a finding.</summary>
    private static async Task<int> VerifyAuditAsync(IServiceProvider services)
    {
        var proof = services.GetRequiredService<IAuditProof>();
        var exit = CommandLine.Success;
        foreach (var council in services.GetRequiredService<CouncilsLookup>().All)
        {
            var report = await proof.ProveAsync(new CouncilKey(council.Key), CancellationToken.None);
            Console.WriteLine(report.Break is null
                ? $"{council.Key}: {report.Chains} chains, {report.Rows} rows, unbroken"
                : $"{council.Key}: BROKEN: {report.Break}");
            if (report.Break is not null) exit = CommandLine.Finding;
        }

        return exit;
    }

    /// <summary>Looks at the calendars and keeps nothing; what needs a look by the administrator is a finding.</summary>
    private static async Task<int> CheckCalendarsAsync(IServiceProvider services, CalendarCheckRequest request)
    {
        var all = services.GetRequiredService<CouncilsLookup>().All.Select(council => new CouncilKey(council.Key)).ToList();
        var councils = all.Where(council => request.Council is null || council.Value == request.Council).ToList();
        if (councils.Count == 0) return CommandLine.ShowUsage($"There is no council '{request.Council}'; there is {string.Join(", ", all.Select(c => c.Value))}.");
        if (request.Mailbox is not null && councils.Count > 1) return CommandLine.ShowUsage("--mailbox needs --council: there are several councils.");
        var mailboxes = services.GetRequiredService<ICalendarScope>().Mailboxes(councils[0]).Count;
        if (request.Mailbox > mailboxes) return CommandLine.ShowUsage($"There is no mailbox {request.Mailbox}; the settings name {mailboxes}.");
        var clock = services.GetRequiredService<IProcedureClock>();
        await clock.RefreshAsync(CancellationToken.None);
        var clean = await services.GetRequiredService<ICalendarCheck>()
            .RunAsync(councils, request, clock.Now, (Console.Out, Console.Error), CancellationToken.None);
        return clean ? CommandLine.Success : CommandLine.Finding;
    }

    private static List<string> Failures(Exception problem) => problem switch
    {
        OptionsValidationException options => [.. options.Failures],
        AggregateException several => [.. several.InnerExceptions.SelectMany(Failures)],
        _ => [],
    };
}
