using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Quartz;

namespace ConferenceBot.Clockwork;

/// <summary>
/// Looks whether people have left or are away. Answers of the directory are kept for their age, so most runs ask nothing; a directory that is
/// away is asked again at the next run and holds up no other council.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class PeopleJob(CouncilsLookup councils, LookAtPeople look, IDeliveries deliveries, ILogger<PeopleJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var council in councils.All.Select(c => new CouncilKey(c.Key)))
        {
            try
            {
                await look.RunAsync(council, cancellationToken);
                deliveries.Wake(council);
            }
            catch (CalendarAwayException away)
            {
                NotLooked(council.Value, away.Code);
            }
        }
    }

    [LoggerMessage(3020, LogLevel.Warning, "The people of council {Council} could not be looked at: {Code}; it is tried again at the next run.")]
    private partial void NotLooked(string council, string code);
}

/// <summary>Reads the groups of deputies before anything is decided. A directory that is away holds up no start: what needs them fails, visibly, until then.</summary>
internal sealed class PeopleStart(CouncilsLookup councils, IPeople people) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var council in councils.All.Select(c => new CouncilKey(c.Key)))
        {
            try
            {
                await people.RefreshAsync(council, cancellationToken);
            }
            catch (CalendarAwayException)
            {
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
