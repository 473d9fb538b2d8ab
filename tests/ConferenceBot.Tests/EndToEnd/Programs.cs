using System.Diagnostics;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Hosting;
using ConferenceBot.Sandbox.Tokens;
using ConferenceBot.Tests.Conventions;

namespace ConferenceBot.Tests.EndToEnd;

/// <summary>What a finished program left.</summary>
internal sealed record Ended(int Exit, string Output, string Error);

/// <summary>Runs the built programs as processes of their own.</summary>
internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(420);

    public static string Host { get; } = HostPaths.Find(AppContext.BaseDirectory)!;
    public static string Sandbox { get; } = Built("ConferenceBot.Sandbox");

    public static async Task<Ended> RunAsync(string dll, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll)!,
        };
        foreach (var argument in arguments.Prepend(dll)) info.ArgumentList.Add(argument);
        foreach (var (key, value) in environment) info.Environment[key] = value;
        using var process = Process.Start(info)!;
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Ended(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Settings with which the host starts, for a tenant of the same name at an address where nobody listens.</summary>
    public static Dictionary<string, string> GoodSettings(string folder, string auditKey)
    {
        var (tenant, _) = SampleCouncil.Load(null);
        var registration = new Registration(ConferenceBot.Sandbox.Ids.GuidFrom("bot"), "secret", tenant.TenantId, $"http://127.0.0.1:{FreePort.Find()}");
        return HostSettings.For(tenant, registration, $"http://127.0.0.1:{FreePort.Find()}", folder, auditKey);
    }

    private static string Built(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.At(Path.Combine("bot", project, "bin", output.Parent!.Name, output.Name, project + ".dll"));
    }
}
