namespace ConferenceBot.Sandbox.Hosting;

/// <summary>Waits for the host to say that it is ready.</summary>
internal static class HostReadiness
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <exception cref="SandboxStartException">It ended or took too long; the message has its last lines.</exception>
    public static async Task WaitAsync(HttpClient http, Uri address, ChildHost host, SandboxOptions options, CancellationToken cancellationToken)
    {
        var started = options.Machine.GetTimestamp();
        while (!await IsReadyAsync(http, address, cancellationToken))
        {
            if (host.Pid == 0)
                throw new SandboxStartException("The bot's host ended before it was ready.\n" + host.LastLines());
            if (options.Machine.GetElapsedTime(started) > options.ReadyWithin)
                throw new SandboxStartException("The bot's host was not ready in time.\n" + host.LastLines());
            await Task.Delay(Between, options.Machine, cancellationToken);
        }
    }

    /// <returns>Whether /health/ready answers with success now.</returns>
    public static async Task<bool> IsReadyAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/health/ready"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
