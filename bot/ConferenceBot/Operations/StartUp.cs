using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Operations;

/// <summary>Starts the host or runs one command. What is wrong with the settings is said at once, every key by name.</summary>
internal static class StartUp
{
    public static async Task<int> RunAsync(WebApplicationBuilder builder, CommandLine.Act act, Action<IEndpointRouteBuilder> map)
    {
        await using var app = builder.Build();
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            if (act == CommandLine.Act.AuditVerify) return await VerifyAuditAsync(app.Services);
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

    private static List<string> Failures(Exception problem) => problem switch
    {
        OptionsValidationException options => [.. options.Failures],
        AggregateException several => [.. several.InnerExceptions.SelectMany(Failures)],
        _ => [],
    };
}
