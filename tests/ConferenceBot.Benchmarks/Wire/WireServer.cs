using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConferenceBot.Benchmarks;

/// <summary>One of the two servers, in a process of its own, so that its processor time is its own.</summary>
internal sealed class WireServer : IDisposable
{
    private const string Listening = "listening ";
    private readonly Process _process;

    private WireServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What the process does when it is started as a server: serves until it is told to stop.</summary>
    public static async Task<int> ServeAsync(Part part, string metadata, string issuer)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (part == Part.Subject) SubjectServer.Configure(builder, metadata, issuer);
        else FloorServer.Configure(builder, metadata, issuer);
        await using var app = builder.Build();
        if (part == Part.Subject) SubjectServer.Map(app);
        else FloorServer.Map(app);
        await app.StartAsync();
        Console.WriteLine(Listening + app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    public static async Task<WireServer> StartAsync(Part part, Issuer issuer, CancellationToken cancellationToken)
    {
        var process = PartProcess.Start("--serve", part.ToString(), "--metadata", issuer.MetadataUrl, "--issuer", issuer.Name);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            if (line.StartsWith(Listening, StringComparison.Ordinal)) return new WireServer(process, new Uri(line[Listening.Length..]));
        throw new PartFailedException($"The {part} server did not start.");
    }

    /// <summary>Asks it to stop, as a supervisor would.</summary>
    public void Terminate()
    {
        if (Kill(_process.Id, Sigterm) != 0) throw new PartFailedException("The server could not be told to stop.");
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private const int Sigterm = 15;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
