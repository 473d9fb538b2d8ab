using System.Security.Cryptography;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>Where the host keeps its data: a folder the caller names and keeps, or a fresh one that is deleted at the end.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly bool _temporary;

    private DataFolder(string path, bool temporary) => (Path, _temporary) = (path, temporary);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public static DataFolder Open(string? path) => path is null
        ? new DataFolder(Directory.CreateTempSubdirectory("conferencebot-").FullName, true)
        : new DataFolder(Directory.CreateDirectory(path).FullName, false);

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
