using System.Net;
using Azure.Core;
using ConferenceBot.Councils;

namespace ConferenceBot.Tests.Teams.Support;

/// <summary>Stands where the network would be: records what leaves and answers from a script.</summary>
internal sealed class ScriptedConnector : HttpMessageHandler
{
    public List<(string Method, string Url, string? Authorization, string? Body, string Agent)> Seen { get; } = [];

    /// <summary>What has left so far, safe to read while more leaves.</summary>
    public IReadOnlyList<(string Method, string Url, string? Authorization, string? Body, string Agent)> Sent()
    {
        lock (Seen)
            return [.. Seen];
    }

    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = (_, _) => Task.FromResult(Json(201, """{"id":"1"}"""));

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Seen)
            Seen.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), body, request.Headers.UserAgent.ToString()));
        return await Answer(request, cancellationToken);
    }
}

/// <summary>Gives <c>token-1</c>, after a renewal <c>token-2</c>, and so on.</summary>
internal sealed class CountingCredentials : ICouncilCredentials
{
    private Counted current = new(1);

    /// <summary>Thrown instead of giving a token.</summary>
    public Exception? Failure { get; set; }

    public TokenCredential For(string council)
    {
        current.Failure = Failure;
        return current;
    }

    public TokenCredential Renew(string council, TokenCredential refused)
    {
        if (ReferenceEquals(refused, current))
            current = new(current.Number + 1);
        return current;
    }

    private sealed class Counted(int number) : TokenCredential
    {
        public int Number { get; } = number;

        public Exception? Failure { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            Failure is not null ? throw Failure
            : requestContext.Scopes is ["https://api.botframework.com/.default"] ? new AccessToken($"token-{Number}", DateTimeOffset.MaxValue)
            : throw new InvalidOperationException("Another scope.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
