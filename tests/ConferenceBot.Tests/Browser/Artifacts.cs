using ConferenceBot.Tests.Conventions;

namespace ConferenceBot.Tests.Browser;

/// <summary>Where pictures and figures go.</summary>
internal static class Artifacts
{
    /// <summary>The folder browser below the one named by the environment variable ARTIFACTS, else below artifacts in the repository.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(
        Environment.GetEnvironmentVariable("ARTIFACTS") is { Length: > 0 } named ? named : Repository.At("artifacts"), "browser")).FullName;

    public static string At(string name) => Path.Combine(Folder, name);
}
