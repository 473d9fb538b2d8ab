using System.Diagnostics;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>What the host prints, in host.log of the data folder, with the last lines at hand.</summary>
internal sealed class HostLogFile(string path) : IDisposable
{
    /// <summary>Enough for a message and the stack traces below it.</summary>
    private const int Kept = 200;
    private readonly Lock _gate = new();
    private readonly StreamWriter _file = new(path, append: true) { AutoFlush = true };
    private readonly Queue<string> _last = new();
    private bool _closed;

    public string Path => path;

    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, args) => Write(args.Data);
        process.ErrorDataReceived += (_, args) => Write(args.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <returns>At most the last 200 lines.</returns>
    public IReadOnlyList<string> LastLines()
    {
        lock (_gate)
            return [.. _last];
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _file.Dispose();
        }
    }

    private void Write(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            if (_closed)
                return;
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
                _last.Dequeue();
        }
    }
}
