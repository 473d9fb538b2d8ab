using System.Collections.Concurrent;
using ConferenceBot.Domain;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Calendars;

/// <summary>Each council's recognition, made once from its settings.</summary>
internal sealed class Recognitions(IOptionsMonitor<CalendarsOptions> settings)
{
    private readonly ConcurrentDictionary<CouncilKey, Recognition> made = new();

    public Recognition For(CouncilKey council) =>
        made.GetOrAdd(council, key => new Recognition(settings.Get(key.Value).Recognition));
}
