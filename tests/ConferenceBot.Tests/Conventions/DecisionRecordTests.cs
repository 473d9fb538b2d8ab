using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ConferenceBot.Tests.Conventions;

/// <summary>The decision records (bot/decisions) are complete and short, and name every dependency with its reason.</summary>
public sealed partial class DecisionRecordTests
{
    private const int LongestRecord = 80;
    private static readonly string[] Headings = ["## Context", "## Decision", "## Why not the others", "## Easier and harder"];

    [Fact]
    public void Every_record_has_the_same_parts_and_is_short()
    {
        Assert.NotEmpty(Records());
        Assert.All(Records(), record =>
        {
            Assert.InRange(record.Lines, 10, LongestRecord);
            Assert.Equal(Headings, Heading().Matches(record.Content).Select(m => m.Value.TrimEnd()));
        });
    }

    [Fact]
    public void The_records_are_numbered_without_gaps_and_listed_in_the_readme()
    {
        var names = Records().Select(f => Path.GetFileName(f.Path)).ToList();
        Assert.Equal(Enumerable.Range(1, names.Count).Select(n => $"ADR-{n:000}-"), names.Select(name => name[..8]));
        var readme = File.ReadAllText(Repository.At("README.md"));
        Assert.All(names, name => Assert.Contains($"bot/decisions/{name}", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_pinned_package_has_a_reason()
    {
        Assert.NotEmpty(NuGet());
        Offences.None(NuGet().Concat(Npm()).Select(p => p.Name).Except(Reasons()));
    }

    [Fact]
    public void Every_reason_is_for_a_pinned_package()
    {
        Offences.None(Reasons().Except(NuGet().Concat(Npm()).Select(p => p.Name)));
    }

    [Fact]
    public void Every_pin_is_one_exact_version()
    {
        Offences.None(NuGet().Concat(Npm()).Where(p => !ExactVersion().IsMatch(p.Version)));
    }

    private static IEnumerable<SourceFile> Records() => Repository.Files.Where(f => f.Path.StartsWith("bot/decisions/", StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Version)> NuGet() => XDocument.Load(Repository.At("Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Select(e => (e.Attribute("Include")!.Value, e.Attribute("Version")!.Value));

    private static IEnumerable<(string Name, string Version)> Npm() => Repository.Files
        .Where(f => Path.GetFileName(f.Path) == "package.json")
        .SelectMany(f => new[] { "dependencies", "devDependencies" }
            .Select(kind => JsonDocument.Parse(f.Content).RootElement.TryGetProperty(kind, out var list) ? list : default)
            .Where(list => list.ValueKind == JsonValueKind.Object)
            .SelectMany(list => list.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))));

    private static IEnumerable<string> Reasons() =>
        Reason().Matches(Records().Single(f => f.Path.Contains("/ADR-004-", StringComparison.Ordinal)).Content).Select(m => m.Groups[1].Value);

    [GeneratedRegex("^## .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>A row of a table: the package in backticks, then why it is there.</summary>
    [GeneratedRegex(@"^\| `([^`]+)` \| \S", RegexOptions.Multiline)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex ExactVersion();
}
