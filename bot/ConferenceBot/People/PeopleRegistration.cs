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
        services.AddMetrics();
        services.AddSingleton<DirectoryWatch>();
        services.AddSingleton<GraphBatch>().AddSingleton<PeopleQueries>();
        services.AddSingleton<Professionals>().AddSingleton<Managers>().AddSingleton<Standings>().AddSingleton<GroupLists>();
        services.AddSingleton<Directories>().AddSingleton<PeopleMetrics>();
        services.AddSingleton<IPeople, GraphPeople>();
        services.AddSingleton<IInvitedPeople, InvitedPeople>();
        return services;
    }

    /// <summary>Adds the installation of the bot for people who lack it; needs the councils of the Teams wire.</summary>
    public static IServiceCollection AddInstallations(this IServiceCollection services) =>
        services.AddSingleton<IInstallations, GraphInstallations>();
}
