using System.Text.Json.Nodes;

namespace ConferenceBot.Sandbox.Record;

/// <summary>Asks the host what happened; asking again without a change costs it nothing.</summary>
internal sealed class RecordClient(HttpClient http, Func<Uri?> host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private string? _cursor;

    /// <summary>Whether the host answered the last time.</summary>
    public bool Answers { get; private set; }

    /// <returns>Null when nothing has changed, or the host cannot be asked.</returns>
    public async Task<JsonObject?> FetchAsync(CancellationToken cancellationToken)
    {
        Answers = false;
        if (host() is not { } address)
            return null;
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/clockwork/record?after=" + _cursor), either.Token);
            if (!response.IsSuccessStatusCode)
                return null;
            var body = JsonReading.ParseObject(await response.Content.ReadAsStringAsync(either.Token));
            (_cursor, Answers) = (body.Text("cursor"), true);
            return body.Items("councils").FirstOrDefault() as JsonObject;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
