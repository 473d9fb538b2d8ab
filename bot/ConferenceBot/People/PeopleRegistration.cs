using ConferenceBot.Councils;
using ConferenceBot.Workflows;

namespace ConferenceBot.People;

internal static class PeopleRegistration
{
    /// <summary>Adds who is who and its settings, <c>Councils:{key}:People</c>, validated at start.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGraphClients(configuration);
        services.AddCouncilSection<PeopleOptions>(configuration, "People", PeopleOptionsRules.Failures);
        services.AddSingleton<PeopleQueries>();
        services.AddSingleton<IPeople, GraphPeople>();
        services.AddSingleton<IInstallations, GraphInstallations>();
        return services;
    }
}
