using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace ConferenceBot.Councils;

/// <summary>
/// Asks a token endpoint on this machine with the client-credentials flow; Azure.Identity itself refuses a plain http authority.
/// Keeps a token until five minutes before it expires (machine time) and asks once for all who wait.
/// </summary>
internal sealed class LoopbackTokenCredential(IdentityOptions identity, IHttpClientFactory clients, TimeProvider machine) : TokenCredential
{
    /// <summary>The name of the client in the factory.</summary>
    public const string HttpClientName = "LoopbackToken";

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<AccessToken>> asked = new(StringComparer.Ordinal);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <exception cref="AuthenticationFailedException">The endpoint is away, refused, or answered something else than a token.</exception>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var scope = string.Join(' ', requestContext.Scopes);
        Task<AccessToken> answer;
        lock (gate)
        {
            if (!asked.TryGetValue(scope, out answer!) || IsSpent(answer))
                asked[scope] = answer = AskAsync(scope);
        }

        return await answer.WaitAsync(cancellationToken);
    }

    private bool IsSpent(Task<AccessToken> answer) =>
        answer.IsCompleted && (!answer.IsCompletedSuccessfully || answer.Result.ExpiresOn - Margin <= machine.GetUtcNow());

    /// <summary>Not cancelled by one of those who wait; the client's own time-out ends it.</summary>
    private async Task<AccessToken> AskAsync(string scope)
    {
        await Task.Yield();
        var sent = machine.GetUtcNow();
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = identity.ClientId!,
                ["client_secret"] = identity.Secret!,
                ["scope"] = scope,
            });
            using var response = await client.PostAsync(new Uri(identity.TokenUrl!), form);
            if (!response.IsSuccessStatusCode)
                throw new AuthenticationFailedException($"The token endpoint answered {(int)response.StatusCode}.");
            await using var body = await response.Content.ReadAsStreamAsync();
            using var answer = await JsonDocument.ParseAsync(body);
            return new AccessToken(
                answer.RootElement.GetProperty("access_token").GetString()!,
                sent.AddSeconds(answer.RootElement.GetProperty("expires_in").GetInt64()));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or TaskCanceledException or ArgumentOutOfRangeException)
        {
            throw new AuthenticationFailedException("The token endpoint gave no token.", e);
        }
    }
}
