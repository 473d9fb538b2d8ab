using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

internal static class TeamsRegistration
{
    /// <summary>Where activities arrive; the path registered with the bot.</summary>
    public const string MessagesPath = "/api/messages";

    /// <summary>
    /// Adds the Teams wire: the inbound checks, <see cref="IConnectorClient"/> and, through <see cref="CouncilsRegistration.AddCouncils"/>,
    /// the councils. The caller registers <see cref="ITeamsTurns"/>, once for all turns.
    /// </summary>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddCouncils();
        services.AddSingleton<SigningKeyDocuments>();
        services.AddSingleton<ConnectorKeys>();
        services.AddHealthChecks().AddCheck<ConnectorKeysHealth>("connectorKeys");
        services.AddSingleton<TokenRules>();
        services.AddSingleton<InboundTokens>();
        services.AddSingleton<LongTurns>();
        services.AddHostedService(provider => provider.GetRequiredService<LongTurns>());
        services.AddSingleton<TeamsRouter>();
        services.AddSingleton<TeamsEndpoint>();
        services.AddHttpClient(SigningKeyDocuments.HttpClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = SigningKeyDocuments.MaxBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        services.AddTransient<ConnectorTokenHandler>();
        services.AddSingleton<IConnectorClient, ConnectorClient>();
        services.AddSingleton<TeamsMessages>();
        services.AddHttpClient(ConnectorClient.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .AddHttpMessageHandler<ConnectorTokenHandler>()
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>Maps the endpoint; other verbs get 405, HEAD (tools probe with it) 200.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<TeamsEndpoint>();
        endpoints.MapPost(MessagesPath, (RequestDelegate)endpoint.HandleAsync);
        endpoints.MapMethods(MessagesPath, [HttpMethods.Head], (RequestDelegate)(_ => Task.CompletedTask));
        return endpoints;
    }
}
