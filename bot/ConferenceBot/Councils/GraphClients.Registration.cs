using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConferenceBot.Councils;

internal static class GraphClientsRegistration
{
    /// <summary>
    /// Adds the councils' Graph clients, beside <see cref="CouncilsRegistration.AddCouncils"/>. Both the calendars and the people need
    /// it; only the first call counts.
    /// </summary>
    public static IServiceCollection AddGraphClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCouncilSection<GraphOptions>(configuration, "Graph", GraphOptions.Failures);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IGraphCredentials, CouncilGraphCredentials>();
        services.TryAddSingleton<GraphSkews>();
        services.TryAddSingleton<GraphClients>();
        services.TryAddSingleton<GraphCalls>();
        return services;
    }
}
