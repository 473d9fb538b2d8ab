using System.Net;
using System.Net.Http.Headers;
using Azure.Core;
using ConferenceBot.Domain;

namespace ConferenceBot.Councils;

/// <summary>
/// The last handler before the wire and the only place where Graph's token is attached: first the origin is checked, then the token
/// asked for. A token that Graph refuses with 401 is asked for again once.
/// </summary>
internal sealed class GraphTokenHandler(CouncilKey council, GraphOrigin origin, IGraphCredentials credentials) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!origin.Owns(request.RequestUri))
            throw new ForeignLinkException();
        if (request.Content is not null)
            await request.Content.LoadIntoBufferAsync(cancellationToken);

        var credential = credentials.For(council);
        var response = await SendAsync(request, credential, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;
        response.Dispose();
        return await SendAsync(request, credentials.Renew(council, credential), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TokenCredential credential, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext([origin.Scope]), cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return await base.SendAsync(request, cancellationToken);
    }
}
