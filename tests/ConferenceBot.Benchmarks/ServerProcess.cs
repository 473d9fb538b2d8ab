using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConferenceBot.Benchmarks;

/// <summary>A server that a measurement loads or writes to, in a process of its own, so that its processor time is its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Listening = "listening ";
    private const int Sigterm = 15;
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What the process does: serves on a free loopback port, says where, until it is told to stop.</summary>
    public static async Task<int> ServeAsync(Action<WebApplicationBuilder> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        configure(builder);
        await using var app = builder.Build();
        map(app);
        await app.StartAsync();
        Console.WriteLine(Listening + app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <param name="arguments">With which this same program serves.</param>
    public static async Task<ServerProcess> StartAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var process = PartProcess.Start(arguments);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            if (line.StartsWith(Listening, StringComparison.Ordinal)) return new ServerProcess(process, new Uri(line[Listening.Length..]));
        throw new PartFailedException($"The server {string.Join(' ', arguments)} did not start.");
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

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
