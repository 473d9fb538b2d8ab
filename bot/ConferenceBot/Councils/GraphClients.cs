using System.Collections.Concurrent;
using ConferenceBot.Domain;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace ConferenceBot.Councils;

/// <summary>One Graph client per council, made at first use. Redirects are not followed; no request leaves the council's Graph origin.</summary>
internal sealed class GraphClients(IOptionsMonitor<GraphOptions> settings, IGraphCredentials credentials, GraphSkews skews) : IDisposable
{
    private readonly ConcurrentDictionary<CouncilKey, Lazy<CouncilClient>> clients = new();

    public GraphServiceClient For(CouncilKey council) => Of(council).Client;

    /// <summary>Whether a next or delta link leads to the council's own Graph; any other is not followed.</summary>
    public bool Owns(CouncilKey council, string link) => Of(council).Origin.Owns(link);

    /// <summary>
    /// Put on every request of background work: nothing is retried inside the call, so that Retry-After becomes a fact for the caller.
    /// </summary>
    public static RetryHandlerOption Once { get; } = new() { MaxRetry = 0, ShouldRetry = static (_, _, _) => false };

    public void Dispose()
    {
        foreach (var client in clients.Values.Where(client => client.IsValueCreated)) client.Value.Dispose();
    }

    private CouncilClient Of(CouncilKey council) =>
        clients.GetOrAdd(council, key => new Lazy<CouncilClient>(() => Create(key))).Value;

    private CouncilClient Create(CouncilKey council)
    {
        var baseUrl = new Uri(settings.Get(council.Value).BaseUrl);
        var origin = new GraphOrigin(baseUrl);
        var handlers = GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not RedirectHandler)
            .Concat([new GraphRefusalHandler(), new GraphSkewHandler(council, skews), new GraphTokenHandler(council, origin, credentials)]);
        var http = GraphClientFactory.Create(handlers, finalHandler: new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !origin.IsLoopback,
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        }, disposeHandler: true);
        http.Timeout = Timeout.InfiniteTimeSpan;
        var client = new GraphServiceClient(http, new AnonymousAuthenticationProvider(), baseUrl.AbsoluteUri.TrimEnd('/'));
        return new CouncilClient(client, http, origin);
    }

    private sealed record CouncilClient(GraphServiceClient Client, HttpClient Http, GraphOrigin Origin) : IDisposable
    {
        public void Dispose()
        {
            Client.Dispose();
            Http.Dispose();
        }
    }
}
