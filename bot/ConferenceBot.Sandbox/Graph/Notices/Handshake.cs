namespace ConferenceBot.Sandbox.Graph.Notices;

/// <summary>Asks an address to prove that it wants notices, as Graph does before it makes a subscription.</summary>
internal sealed class Handshake(HttpClient http, TimeProvider machine)
{
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    /// <summary>Only this machine is ever called.</summary>
    public static bool MayCall(Uri url) => url is { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" or "https" };

    /// <returns>What Graph says against the address; null when it answered as it must.</returns>
    public async Task<string?> RefusalAsync(Uri url, CancellationToken cancellationToken)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Ids.RandomGuid()}";
        using var patience = new CancellationTokenSource(Within, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var asked = new UriBuilder(url) { Query = (url.Query.Length > 1 ? url.Query[1..] + "&" : "") + "validationToken=" + Uri.EscapeDataString(token) };
            using var response = await http.PostAsync(asked.Uri, new StringContent("", System.Text.Encoding.UTF8, "text/plain"), either.Token);
            if ((int)response.StatusCode != 200)
                return $"Notification endpoint must respond with 200 OK to validation request, but answered {(int)response.StatusCode}.";
            if (response.Content.Headers.ContentType?.MediaType != "text/plain")
                return "Notification endpoint must respond with content type text/plain to validation request.";
            return await response.Content.ReadAsStringAsync(either.Token) == token
                ? null
                : "Notification endpoint must respond with the validation token of the request.";
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return "Subscription validation request timed out or the endpoint cannot be reached.";
        }
    }
}
