using System.Collections.Concurrent;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Clockwork;

/// <summary>Each council's procedure and working calendar, read once, with the current procedure time.</summary>
internal sealed class RuleClocks(IProcedureClock clock, IOptionsMonitor<ProcedureOptions> options) : IRuleClocks
{
    /// <summary>Wall time of every UK council; local time only at the edges.</summary>
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private readonly ConcurrentDictionary<CouncilKey, (LocalProcedure Procedure, WorkingCalendar Calendar)> councils = new();

    public RuleClock Of(CouncilKey council)
    {
        var (procedure, calendar) = councils.GetOrAdd(council, key =>
        {
            var p = ProcedureMapping.ToProcedure(options.Get(key.Value));
            return (p, new WorkingCalendar(p.Division, London, p.ClosureDays, p.SchoolClosures, p.Opens, p.Closes));
        });
        return new RuleClock(clock.Now, procedure, calendar);
    }
}
