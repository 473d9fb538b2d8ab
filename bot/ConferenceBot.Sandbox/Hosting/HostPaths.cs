namespace ConferenceBot.Sandbox.Hosting;

/// <summary>Where the host's program and the page's files are.</summary>
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
            FromTests(here, configuration, framework, dll),
            Path.Combine(here.FullName, dll),
        ];
        return places.OfType<string>().FirstOrDefault(path => File.Exists(path) && File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json")));
    }

    /// <summary>The page's files: beside the program when published, else in the sandbox's project.</summary>
    /// <returns>An absolute path, which need not exist.</returns>
    public static string WebRoot(string baseFolder)
    {
        var published = Path.Combine(baseFolder, "wwwroot");
        return Directory.Exists(published)
            ? published
            : InRepository(new DirectoryInfo(baseFolder), Path.Combine("bot", "ConferenceBot.Sandbox", "wwwroot")) ?? published;
    }

    /// <summary>A test project's output folder: its repository also holds the host's project.</summary>
    private static string? FromTests(DirectoryInfo here, string configuration, string framework, string dll)
    {
        var project = InRepository(here, Path.Combine("bot", "ConferenceBot"));
        return project is null ? null : Path.Combine(project, "bin", configuration, framework, dll);
    }

    /// <returns>The nearest folder of that relative path, from here upwards; null with none.</returns>
    private static string? InRepository(DirectoryInfo here, string relative)
    {
        for (var root = here; root is not null; root = root.Parent)
        {
            if (Directory.Exists(Path.Combine(root.FullName, relative)))
                return Path.Combine(root.FullName, relative);
        }
        return null;
    }
}
