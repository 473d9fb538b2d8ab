using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Councils;

internal static class CouncilsRegistration
{
    /// <summary>
    /// Adds the councils' settings (section <c>Councils</c>, validated at start), <see cref="CouncilsLookup"/> and
    /// <see cref="ICouncilCredentials"/>. May be called by every part that needs them; only the first call counts.
    /// </summary>
    public static IServiceCollection AddCouncils(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(CouncilsLookup)))
            return services;

        services.AddOptions<CouncilsOptions>().BindConfiguration(string.Empty).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CouncilsOptions>, CouncilsOptionsValidator>();
        services.AddSingleton<CouncilsLookup>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(LoopbackTokenCredential.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
            .RemoveAllLoggers();
        services.AddSingleton<ICouncilCredentials, CouncilCredentials>();
        return services;
    }
}
