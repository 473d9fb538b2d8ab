using System.Net;
using System.Net.Http.Headers;
using Azure.Core;
using ConferenceBot.Councils;

namespace ConferenceBot.Teams;

/// <summary>The address is not one the council's token may go to; nothing was sent.</summary>
internal sealed class ServiceUrlRefusedException(ServiceUrlFault fault) : Exception($"The service URL is refused: {fault}.")
{
    public ServiceUrlFault Fault { get; } = fault;
}

/// <summary>
/// Attaches the council's token, and is the only place that does: the address is checked here, immediately before. After a 401 it
/// tries once more with a fresh token.
/// </summary>
internal sealed class ConnectorTokenHandler(
    CouncilsLookup councils, ICouncilCredentials credentials, IHostEnvironment environment, ILogger<ConnectorTokenHandler> logger)
    : DelegatingHandler
{
    /// <summary>The council whose token a request carries; required.</summary>
    public static readonly HttpRequestOptionsKey<string> CouncilKey = new("Council");

    /// <summary>Awaited before the second try.</summary>
    public static readonly HttpRequestOptionsKey<Func<CancellationToken, Task>?> BeforeRepeat = new("BeforeRepeat");

    /// <summary>Set once the request has left for the network.</summary>
    public static readonly HttpRequestOptionsKey<bool> HasLeft = new("HasLeft");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(CouncilKey, out var key))
            throw new InvalidOperationException("A connector request names its council.");
        var council = councils[key];
        var credential = credentials.For(key);

        var response = await SendWithTokenAsync(request, council, credential, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        logger.TokenRenewed(key);
        response.Dispose();
        request.Options.Set(HasLeft, false);
        if (request.Options.TryGetValue(BeforeRepeat, out var wait) && wait is not null)
            await wait(cancellationToken);
        return await SendWithTokenAsync(request, council, credentials.Renew(key, credential), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(
        HttpRequestMessage request, Council council, TokenCredential credential, CancellationToken ct)
    {
        if (ServiceUrlGuard.Check(request.RequestUri, council, environment.IsDevelopment()) is { } fault)
        {
            logger.TokenWithheld(ConnectorErrorBody.Tame(request.RequestUri?.IdnHost) ?? "", council.Key, fault);
            throw new ServiceUrlRefusedException(fault);
        }

        var token = await credential.GetTokenAsync(new TokenRequestContext([council.Cloud.Scope]), ct);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        request.Options.Set(HasLeft, true);
        return await base.SendAsync(request, ct);
    }
}
