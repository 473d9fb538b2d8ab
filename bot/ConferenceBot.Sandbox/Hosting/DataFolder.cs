using System.Security.Cryptography;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>Where the host keeps its data: a folder the caller names and keeps, or a fresh one that is deleted at the end.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly bool _temporary;

    private DataFolder(string path, bool temporary) => (Path, _temporary) = (path, temporary);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <exception cref="SandboxStartException">The folder cannot be written to.</exception>
    public static DataFolder Open(string? path)
    {
        if (path is null)
            return new DataFolder(Directory.CreateTempSubdirectory("conferencebot-").FullName, true);
        try
        {
            var folder = Directory.CreateDirectory(path).FullName;
            using var probe = new FileStream(System.IO.Path.Combine(folder, ".writable"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new DataFolder(folder, false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SandboxStartException($"--data: nothing can be written to the folder {path}. Choose another.");
        }
    }

    /// <summary>Whether a folder holds the bot's data from before.</summary>
    public static bool IsUsed(string? path) => path is not null && File.Exists(System.IO.Path.Combine(path, HostSettings.DatabaseFile));

    /// <returns>The audit key of this folder, base64 of 32 bytes; the same again for a kept folder.</returns>
    public string AuditKey()
    {
        var file = System.IO.Path.Combine(Path, "audit.key");
        if (File.Exists(file))
            return File.ReadAllText(file).Trim();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        File.WriteAllText(file, key);
        return key;
    }

    public void Dispose()
    {
        if (!_temporary)
            return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Something still holds a file; the system's own cleaning takes the folder.
        }
    }
}
