using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Clock;

/// <summary>Asks the host's clockwork over HTTP.</summary>
internal sealed class ClockworkClient(HttpClient http, Func<Uri?> host) : IClockworkHost
{
    public Task<Settled?> SettleAsync(CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, "/clockwork/settle", cancellationToken);

    public Task<Settled?> LookAsync(CancellationToken cancellationToken) => AskAsync(HttpMethod.Get, "/clockwork", cancellationToken);

    private async Task<Settled?> AskAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        if (host() is not { } address)
            return null;
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(address, path));
            using var response = await http.SendAsync(request, cancellationToken);
            var body = JsonReading.ParseObject(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.IsSuccessStatusCode && body is not null ? Read(body) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static Settled Read(JsonObject body) => new(Iso.Read(body.Text("nextDue")), body.Flag("quiet"),
        [.. body.Items("waiting").Select(item => item?.ToString() ?? "")]);
}
