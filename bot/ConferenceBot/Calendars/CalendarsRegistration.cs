using ConferenceBot.Councils;
using ConferenceBot.Workflows;

namespace ConferenceBot.Calendars;

internal static class CalendarsRegistration
{
    /// <summary>Adds the reader of conference calendars and its settings, <c>Councils:{key}:Calendars</c>, validated at start.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGraphClients(configuration);
        services.AddCouncilSection<CalendarsOptions>(
            configuration, "Calendars", CalendarsOptionsRules.Failures, "Window:DaysBack", "Window:DaysAhead");
        services.AddSingleton<Recognitions>();
        services.AddSingleton<CalendarQueries>();
        services.AddSingleton<ICalendarReader, GraphCalendarReader>();
        services.AddSingleton<ICalendarScope, CalendarScope>();
        services.AddSingleton<CheckReader>();
        services.AddSingleton<ICalendarCheck, CalendarCheck>();
        return services;
    }
}
