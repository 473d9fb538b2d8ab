using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConferenceBot.Testing;

/// <summary>
/// Golden files: what a test produced is compared with the file beside it. <c>GOLDEN_UPDATE=1</c> rewrites the files, by explicit
/// command only; where <c>CI=true</c> that is refused.
/// </summary>
public static class Golden
{
    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null when the text equals the golden file, otherwise one line that says where they part or that there is none.</summary>
    /// <param name="name">File name; the folder <c>Golden</c> beside the calling file is meant.</param>
    /// <exception cref="InvalidOperationException">An update was asked for where it is refused.</exception>
    public static string? Difference(string name, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Folder(caller), name);
        var actual = Normal(text);
        if (Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return null;
        }

        if (!File.Exists(path)) return $"{name}: there is no golden file; GOLDEN_UPDATE=1 writes it.";
        var expected = Normal(File.ReadAllText(path));
        return expected == actual ? null : Parting(name, expected.Split('\n'), actual.Split('\n'));
    }

    /// <summary>As <see cref="Difference"/>, for JSON in a form that people can read.</summary>
    public static string? JsonDifference(string name, JsonNode json, [CallerFilePath] string caller = "") =>
        Difference(name, Readable(json), caller);

    /// <summary>Indented, with letters as they are.</summary>
    public static string Readable(JsonNode json) => json.ToJsonString(Pretty);

    /// <summary>Names of the golden files beside the calling file, sorted; an update leaves files that nobody writes any more.</summary>
    public static IReadOnlyList<string> Names([CallerFilePath] string caller = "") =>
        Directory.Exists(Folder(caller))
            ? [.. Directory.EnumerateFiles(Folder(caller)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : [];

    private static bool Updating => Environment.GetEnvironmentVariable("GOLDEN_UPDATE") == "1"
        && (Environment.GetEnvironmentVariable("CI") != "true"
            ? true
            : throw new InvalidOperationException("Golden files are not updated in CI."));

    private static string Folder(string caller) => Path.Combine(Path.GetDirectoryName(caller)!, "Golden");

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Parting(string name, string[] expected, string[] actual)
    {
        var line = Enumerable.Range(0, Math.Min(expected.Length, actual.Length)).FirstOrDefault(i => expected[i] != actual[i], -1);
        if (line < 0) line = Math.Min(expected.Length, actual.Length);
        return $"{name}, line {line + 1}: expected '{At(expected, line)}', was '{At(actual, line)}'.";
    }

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index].Trim() : "(the end)";
}
