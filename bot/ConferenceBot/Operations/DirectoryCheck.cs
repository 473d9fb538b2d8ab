using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ConferenceBot.Operations;

/// <summary>
/// Whether the directory answers, by what is asked of it (<c>sampleshire.directory.memberships</c>): how long ago it did, and the code of what has
/// failed since. Degraded while one kind is not answered; the next answer clears it.
/// </summary>
internal sealed class DirectoryCheck(CouncilsLookup councils, DirectoryWatch directory, TimeProvider machine) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        var wrong = false;
        foreach (var council in councils.All.Select(c => new CouncilKey(c.Key)))
            foreach (var (question, (last, problem)) in directory.Of(council))
            {
                wrong |= problem is not null;
                data[$"{council}.directory.{Name(question)}"] = new
                {
                    secondsSinceAnswer = last is { } at ? (long?)(machine.GetUtcNow() - at).TotalSeconds : null,
                    problem,
                };
            }

        return Task.FromResult(wrong
            ? HealthCheckResult.Degraded("The directory needs a look.", data: data)
            : HealthCheckResult.Healthy("What was asked of the directory was answered.", data));
    }

    private static string Name(DirectoryQuestion question) => char.ToLowerInvariant(question.ToString()[0]) + question.ToString()[1..];
}
