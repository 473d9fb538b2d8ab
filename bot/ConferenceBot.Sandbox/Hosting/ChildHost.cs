using System.Diagnostics;
using System.Globalization;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>
/// The host as a child process. It never outlives the sandbox: it is killed at stop and at process exit, is told the parent's id in
/// SANDBOX_PARENT_PID, and where the system can do it (setpriv on Linux) the kernel kills it with its parent.
/// </summary>
internal sealed class ChildHost : IAsyncDisposable
{
    private const string SetPriv = "/usr/bin/setpriv";
    private readonly string _dll;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly HostLogFile _log;
    private readonly Lock _gate = new();
    private Process? _process;

    public ChildHost(string dll, IReadOnlyDictionary<string, string> settings, HostLogFile log)
    {
        (_dll, _settings, _log) = (dll, settings, log);
        AppDomain.CurrentDomain.ProcessExit += AtExit;
    }

    /// <summary>Raised with the exit code whenever the process ends, asked or not.</summary>
    public event Action<int>? Ended;

    /// <summary>How often it has been started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>The process id; 0 when it does not run.</summary>
    public int Pid
    {
        get
        {
            lock (_gate)
                return _process is { HasExited: false } process ? process.Id : 0;
        }
    }

    /// <returns>The last lines it printed, joined.</returns>
    public string LastLines() => string.Join('\n', _log.LastLines());

    public void Start()
    {
        // The kernel's parent-death signal follows the thread that started the child, so that thread stays until the child is gone.
        using var started = new ManualResetEventSlim();
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                var process = Process.Start(Describe()) ?? throw new InvalidOperationException("The host did not start.");
                _log.Follow(process);
                lock (_gate)
                    _process = process;
                started.Set();
                process.WaitForExit();
                Ended?.Invoke(process.ExitCode);
            }
            catch (Exception error) when (!started.IsSet)
            {
                failure = error;
                started.Set();
            }
        })
        { IsBackground = true, Name = "child host" };
        thread.Start();
        started.Wait();
        if (failure is not null)
            throw new InvalidOperationException("The host did not start.", failure);
    }

    public async Task KillAsync()
    {
        Process? process;
        lock (_gate)
            (process, _process) = (_process, null);
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async Task RestartAsync()
    {
        await KillAsync();
        Restarts++;
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= AtExit;
        await KillAsync();
        _log.Dispose();
    }

    private ProcessStartInfo Describe()
    {
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var info = new ProcessStartInfo(dotnet)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(_dll)!,
        };
        if (File.Exists(SetPriv))
        {
            info.FileName = SetPriv;
            foreach (var argument in new[] { "--pdeathsig", "KILL", dotnet })
                info.ArgumentList.Add(argument);
        }
        foreach (var argument in new[] { "exec", _dll, "serve", "--contentRoot", Path.GetDirectoryName(_dll)! })
            info.ArgumentList.Add(argument);
        foreach (var (key, value) in _settings)
            info.Environment[key] = value;
        info.Environment["SANDBOX_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return info;
    }

    private void AtExit(object? sender, EventArgs args)
    {
        lock (_gate)
        {
            if (_process is { HasExited: false } process)
                process.Kill(entireProcessTree: true);
        }
    }
}
