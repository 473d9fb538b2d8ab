using System.Diagnostics;
using System.Globalization;
using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Benchmarks;

/// <summary>The bare reader in a process of its own, beside a sandbox.</summary>
internal sealed class ReaderProcess : IDisposable
{
    public const string Argument = "--read";
    private readonly Process _process;

    private ReaderProcess(Process process) => _process = process;

    public Watched Watched => new(_process.Id);

    public static ReaderProcess Start(SandboxServer sandbox)
    {
        var services = sandbox.Services;
        string[] mailboxes = [services.Tenant.Mailbox.Address, .. services.Tenant.LoadMailboxes.Select(box => box.Address)];
        return new ReaderProcess(PartProcess.StartTalking(
            [Argument, services.Registration.Address + GraphEndpoints.Root, services.Tokens.ForService(TokenIssuer.GraphAudience), .. mailboxes]));
    }

    /// <returns>How many items it was given.</returns>
    public async Task<int> AskAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } answer && answer.Split(' ') is ["read", var items]
            ? int.Parse(items, CultureInfo.InvariantCulture)
            : throw new PartFailedException("The bare reader ended.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
