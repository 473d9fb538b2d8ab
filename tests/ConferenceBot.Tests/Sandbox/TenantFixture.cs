using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Tokens;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>A sandbox without a host on a free port, and a client that speaks to it as the host would.</summary>
public sealed class TenantFixture : IAsyncLifetime
{
    private readonly HttpClient _http = new();

    internal SandboxServer Sandbox { get; private set; } = null!;
    internal TenantServices Services => Sandbox.Services;
    internal string Mailbox => Services.Tenant.Mailbox.Address;

    public async ValueTask InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { StartHost = false });

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _http.Dispose();
    }

    internal Person Who(string nameOrRole) => Services.Tenant.Named(nameOrRole);

    internal Task<Reply> GraphAsync(HttpMethod method, string path, string? prefer = null, JsonNode? body = null) =>
        SendAsync(method, path.StartsWith("http", StringComparison.Ordinal) ? path : Sandbox.Address + "graph/v1.0" + path,
            Services.Tokens.ForService(TokenIssuer.GraphAudience), prefer, body?.ToJsonString());

    internal Task<Reply> ConnectorAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, Sandbox.Address + "connector" + path, Services.Tokens.ForService(TokenIssuer.ConnectorAudience), null, body);

    internal async Task<Reply> SendAsync(HttpMethod method, string address, string? token, string? prefer = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (prefer is not null)
            request.Headers.Add("Prefer", prefer);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text),
            response.Headers.ToDictionary(pair => pair.Key, pair => string.Join(",", pair.Value)));
    }
}

internal sealed record Reply(int Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => Body.Object("error").Text("code");
    public IReadOnlyList<JsonNode> Value => [.. Body.Items("value").OfType<JsonNode>()];
    public string? Next => Body.Text("@odata.nextLink");
    public string? Delta => Body.Text("@odata.deltaLink");
}
