using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConferenceBot.Benchmarks;

/// <summary>Stands in for the connector, in a process of its own: takes every activity, answers with an id, gives a token to whoever asks.</summary>
internal sealed class SinkServer : IDisposable
{
    private const string Listening = "listening ";
    private readonly Process _process;

    private SinkServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<int> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var number = 0;
        app.MapPost("/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = new string('t', 1200) }));
        app.MapPost("/v3/conversations/{conversation}/activities", async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Response.StatusCode = 201;
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync($$"""{"id":"{{Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture)}}"}""");
        });
        await app.StartAsync();
        Console.WriteLine(Listening + app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    public static async Task<SinkServer> StartAsync(CancellationToken cancellationToken)
    {
        var process = PartProcess.Start("--sink");
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            if (line.StartsWith(Listening, StringComparison.Ordinal)) return new SinkServer(process, new Uri(line[Listening.Length..]));
        throw new PartFailedException("The sink did not start.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
