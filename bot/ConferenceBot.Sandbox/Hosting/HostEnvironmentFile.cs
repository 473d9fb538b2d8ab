namespace ConferenceBot.Sandbox.Hosting;

/// <summary>
/// The host's settings beside its data, as lines for a shell, so that the host's other commands can be run beside it. The secrets in it
/// are this sandbox's own and open nothing else.
/// </summary>
internal static class HostEnvironmentFile
{
    public const string Name = "host.env";

    public static void Write(string folder, IReadOnlyDictionary<string, string> settings) => File.WriteAllLines(Path.Combine(folder, Name),
        settings.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}='{pair.Value.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
}
