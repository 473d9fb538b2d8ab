using System.Text.RegularExpressions;

namespace ConferenceBot.Tests.Conventions;

/// <summary>The files of the repository that people write; what tools make or fetch is left out.</summary>
internal static partial class Repository
{
    private static readonly string[] Text = [".cs", ".js", ".mjs", ".css", ".html", ".csproj", ".props", ".targets", ".md", ".resx", ".json", ".ps1", ".bicep", ""];
    private static readonly string[] Made = ["bin", "obj", "node_modules", "artifacts", "vendor", "TestResults", ".git", "package-lock.json", "packages.lock.json"];

    public static string Root { get; } = FindRoot();

    /// <summary>Text files, sorted; nothing from build, package and result folders.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Walk(new DirectoryInfo(Root))
            .Where(f => Text.Contains(f.Extension) || f.Name.StartsWith('.'))
            .Select(f => new SourceFile(Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'), File.ReadAllText(f.FullName)))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];

    public static IEnumerable<SourceFile> CSharp(string folder) =>
        Files.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal) && f.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static string At(string path) => Path.Combine(Root, path);

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().Where(entry => !Made.Contains(entry.Name) && entry.LinkTarget is null).SelectMany(entry =>
            entry is DirectoryInfo inner ? Walk(inner) : [(FileInfo)entry]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConferenceBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run from outside the repository.");
    }

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    internal static partial Regex NamespaceLine();
}

/// <param name="Path">From the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Content)
{
    public int Lines => Content.AsSpan().Count('\n') + (Content.EndsWith('\n') || Content.Length == 0 ? 0 : 1);

    /// <summary>Made by <c>dotnet ef</c>.</summary>
    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public string? Namespace => Repository.NamespaceLine().Match(Content) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The lines that match, as <c>path:line: text</c>.</summary>
    public IEnumerable<string> Matching(Regex pattern) => Content.Split('\n')
        .Index()
        .Where(line => pattern.IsMatch(line.Item))
        .Select(line => $"{Path}:{line.Index + 1}: {line.Item.Trim()}");
}
