using System.ComponentModel;
using System.Diagnostics;

namespace ConferenceBot.Sandbox.Plays;

/// <summary>
/// The guided story through the real page in Chromium: a script of Node drives the browser, so that nothing of it is part of the
/// program. <c>tour</c> keeps pictures of each step, <c>pictures</c> makes those of the README and the guide.
/// </summary>
internal static class Tour
{
    private const string Script = "tour.mjs";
    public static IReadOnlyCollection<string> Names { get; } = ["tour", "pictures"];

    /// <param name="folder">For the pictures; null takes artifacts/tour or docs/pictures below the current folder.</param>
    /// <returns>True when every step was observed.</returns>
    public static async Task<bool> RunAsync(string name, Uri page, string? folder, TextWriter output, CancellationToken cancellationToken)
    {
        var docs = name == "pictures";
        var target = Path.GetFullPath(folder ?? (docs ? Path.Combine("docs", "pictures") : Path.Combine("artifacts", "tour")));
        if (Find(AppContext.BaseDirectory) is not { } script)
        {
            await output.WriteLineAsync("The tour's script web/tour.mjs was not found, neither in the sandbox's project nor beside the program.");
            return false;
        }
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { script, page.ToString(), target }.Concat(docs ? ["docs"] : []))
            start.ArgumentList.Add(argument);
        try
        {
            return await RunAsync(start, output, cancellationToken) == 0;
        }
        catch (Win32Exception)
        {
            await output.WriteLineAsync("The tour needs Node.js 20 or newer on the PATH: it drives the browser. Install Node.js and play it again.");
            return false;
        }
    }

    /// <summary>In the project, where its npm packages are, else beside the program.</summary>
    public static string? Find(string baseFolder)
    {
        for (var root = new DirectoryInfo(baseFolder); root is not null; root = root.Parent)
        {
            var inProject = Path.Combine(root.FullName, "bot", "ConferenceBot.Sandbox", "web", Script);
            if (File.Exists(inProject))
                return inProject;
        }
        var beside = Path.Combine(baseFolder, "web", Script);
        return File.Exists(beside) ? beside : null;
    }

    private static async Task<int> RunAsync(ProcessStartInfo start, TextWriter output, CancellationToken cancellationToken)
    {
        using var node = Process.Start(start)!;
        try
        {
            await Task.WhenAll(CopyAsync(node.StandardOutput, output, cancellationToken), CopyAsync(node.StandardError, output, cancellationToken));
            await node.WaitForExitAsync(cancellationToken);
            return node.ExitCode;
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to, CancellationToken cancellationToken)
    {
        while (await from.ReadLineAsync(cancellationToken) is { } line)
            await TextWriter.Synchronized(to).WriteLineAsync(line);
    }
}
