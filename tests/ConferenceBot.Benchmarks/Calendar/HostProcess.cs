using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Hosting;

namespace ConferenceBot.Benchmarks;

/// <summary>
/// The bot as a process of its own beside a sandbox that only answers: nothing is installed and nothing settled, so that it does what a
/// bot does by itself after a start.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Dll = "ConferenceBot.dll";
    private readonly ChildHost _child;

    private HostProcess(ChildHost child, Uri address) => (_child, Address) = (child, address);

    public Uri Address { get; }

    public Watched Watched => new(_child.Pid);

    public static HostProcess Start(SandboxServer sandbox)
    {
        var dll = HostPaths.Find(AppContext.BaseDirectory) ?? throw new PartFailedException($"{Dll} is not built.");
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        var settings = HostSettings.For(
            sandbox.Services.Tenant, sandbox.Services.Registration, address, sandbox.DataPath, Convert.ToBase64String(new byte[32]));
        var child = new ChildHost(dll, settings, new HostLogFile(Path.Combine(sandbox.DataPath, "host.log")));
        child.Start();
        return new HostProcess(child, new Uri(address));
    }

    public string LastLines() => _child.LastLines();

    public bool HasEnded => _child.Pid == 0;

    public ValueTask DisposeAsync() => _child.DisposeAsync();
}
