using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ConferenceBot.Operations;

/// <summary>
/// Whether the directory answers, by what is asked of it (<c>sampleshire.directory.memberships</c>): how long ago it did, and the code of what has
/// failed since; and of how many people automatic replies may not be read. Degraded while one of it is so; the next answer clears it.
/// </summary>
internal sealed class DirectoryCheck(CouncilsLookup councils, DirectoryWatch directory, TimeProvider machine) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        var wrong = false;
        foreach (var council in councils.All.Select(c => new CouncilKey(c.Key)))
        {
            if (directory.RepliesNotAllowed(council) is > 0 and var refused)
            {
                wrong = true;
                data[$"{council}.automaticRepliesNotAllowed"] = refused;
            }

            foreach (var (question, (last, problem)) in directory.Of(council))
            {
                wrong |= problem is not null;
                data[$"{council}.directory.{Name(question)}"] = new
                {
                    secondsSinceAnswer = last is { } at ? (long?)(machine.GetUtcNow() - at).TotalSeconds : null,
                    problem,
                };
            }
        }

        return Task.FromResult(wrong
            ? HealthCheckResult.Degraded("The directory needs a look.", data: data)
            : HealthCheckResult.Healthy("What was asked of the directory was answered.", data));
    }

    private static string Name(DirectoryQuestion question) => char.ToLowerInvariant(question.ToString()[0]) + question.ToString()[1..];
}
