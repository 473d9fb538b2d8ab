using ConferenceBot.Councils;
using ConferenceBot.Workflows;

namespace ConferenceBot.Delivery;

internal static class DeliveryServices
{
    /// <summary>Adds the lanes; every council's <c>Delivery</c> section is bound under its key and validated at start.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var council in configuration.GetSection("Councils").GetChildren())
            services.AddOptions<DeliveryOptions>(council.Key).ReadFrom(council.GetSection("Delivery")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<TeamsWays>()
            .AddSingleton<LaneParts>()
            .AddSingleton<Lanes>()
            .AddSingleton<IDeliveries>(provider => provider.GetRequiredService<Lanes>())
            .AddHostedService(provider => provider.GetRequiredService<Lanes>());
    }
}
