using ConferenceBot.Workflows;

namespace ConferenceBot.Calendars.Notifications;

internal static class NotificationsRegistration
{
    /// <summary>Where changes and the subscriptions' own news arrive; the council's key follows.</summary>
    public const string NotificationsPath = "/api/graph/notifications/", LifecyclePath = "/api/graph/lifecycle/";

    /// <summary>Adds Graph's subscriptions and the endpoint; who listens to the hints is registered elsewhere.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<ISubscriptions, GraphSubscriptions>();
        services.AddSingleton<NotificationEndpoint>();
        return services;
    }

    public static IEndpointRouteBuilder MapNotifications(this IEndpointRouteBuilder endpoints)
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<NotificationEndpoint>();
        endpoints.MapPost(NotificationsPath + "{council}", (RequestDelegate)endpoint.HandleAsync);
        endpoints.MapPost(LifecyclePath + "{council}", (RequestDelegate)endpoint.HandleAsync);
        return endpoints;
    }
}
