namespace ConferenceBot.Sandbox.Hosting;

/// <summary>Where the host's program is.</summary>
internal static class HostPaths
{
    /// <summary>
    /// Beside the sandbox when both are published into one folder, in a sibling folder ConferenceBot when published side by side,
    /// else where the build put it: the same configuration and framework below the sibling project.
    /// </summary>
    /// <returns>The absolute path of ConferenceBot.dll, or null with nothing found.</returns>
    public static string? Find(string baseFolder)
    {
        const string dll = "ConferenceBot.dll";
        var here = new DirectoryInfo(baseFolder.TrimEnd(Path.DirectorySeparatorChar));
        var framework = here.Name;
        var configuration = here.Parent?.Name ?? "Debug";
        var project = here.Parent?.Parent?.Parent;
        string?[] places =
        [
            project is null ? null : Path.Combine(project.Parent?.FullName ?? "", "ConferenceBot", "bin", configuration, framework, dll),
            here.Parent is null ? null : Path.Combine(here.Parent.FullName, "ConferenceBot", dll),
            Path.Combine(here.FullName, dll),
            FromTests(here, configuration, framework, dll),
        ];
        return places.OfType<string>().FirstOrDefault(path => File.Exists(path) && File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json")));
    }

    /// <summary>A test project's output folder: its repository also holds the host's project.</summary>
    private static string? FromTests(DirectoryInfo here, string configuration, string framework, string dll)
    {
        var root = here;
        while (root is not null && !Directory.Exists(Path.Combine(root.FullName, "bot", "ConferenceBot")))
            root = root.Parent;
        return root is null ? null : Path.Combine(root.FullName, "bot", "ConferenceBot", "bin", configuration, framework, dll);
    }
}
