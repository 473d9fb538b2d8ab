using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Record;

/// <summary>Asks the host what happened; asking again without a change costs it nothing.</summary>
internal sealed class RecordClient(HttpClient http, Func<Uri?> host)
{
    private string? _cursor;

    /// <returns>Null when nothing has changed, or the host cannot be asked.</returns>
    public async Task<JsonObject?> FetchAsync(CancellationToken cancellationToken)
    {
        if (host() is not { } address)
            return null;
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/clockwork/record?after=" + _cursor), cancellationToken);
            if (!response.IsSuccessStatusCode)
                return null;
            var body = JsonReading.ParseObject(await response.Content.ReadAsStringAsync(cancellationToken));
            _cursor = body.Text("cursor");
            return body.Items("councils").FirstOrDefault() as JsonObject;
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
}
