using System.Text.RegularExpressions;
using Xunit;

namespace ConferenceBot.Tests.Conventions;

public sealed partial class SourceFileTests
{
    private const int LongestFile = 300;
    private const int LongestProgram = 40;
    private static readonly string[] Code = [".cs", ".js", ".mjs", ".css", ".html"];
    private static readonly string[] WithoutNamespace = ["Program.cs", "GlobalUsings.cs"];

    [Fact]
    public void The_files_are_read_at_all()
    {
        Assert.Contains(Repository.Files, f => f.Path == "bot/ConferenceBot.Domain/Refusals.cs");
        Assert.Contains(Repository.Files, f => f.Path == "tests/run");
        Assert.DoesNotContain(Repository.Files, f => f.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_of_code_is_longer_than_300_lines()
    {
        var code = Repository.Files.Where(f => !f.IsMigration && (Code.Contains(Path.GetExtension(f.Path)) || f.Path.EndsWith("/run", StringComparison.Ordinal)));
        Offences.None(code.Where(f => f.Lines > LongestFile).Select(f => $"{f.Path}: {f.Lines} lines"));
    }

    [Fact]
    public void The_host_s_Program_is_a_table_of_contents()
    {
        Assert.InRange(Repository.Files.Single(f => f.Path == "bot/ConferenceBot/Program.cs").Lines, 1, LongestProgram);
    }

    /// <summary>The folders inside a part of the host or the sandbox may also share the part's own namespace.</summary>
    [Fact]
    public void The_namespace_is_the_folder()
    {
        var wrong =
            from file in Repository.CSharp("bot")
            where !WithoutNamespace.Contains(Path.GetFileName(file.Path)) || file.Namespace is not null
            let folders = file.Path.Split('/')[1..^1]
            let expected = new[] { string.Join('.', folders), string.Join('.', folders.Take(2)) }
            where !expected.Contains(file.Namespace)
            select $"{file.Path}: {file.Namespace ?? "no namespace"}, expected {expected[0]}";
        Offences.None(wrong);
    }

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment()
    {
        Offences.None(Repository.Files.Where(f => !f.Path.EndsWith("/SourceFileTests.cs", StringComparison.Ordinal)).SelectMany(f => f.Matching(ForLater())));
    }

    [Fact]
    public void No_test_is_skipped()
    {
        Offences.None(Tests().SelectMany(f => f.Matching(Skipped())));
    }

    [Fact]
    public void A_test_that_does_not_run_by_itself_is_the_child_process_of_another()
    {
        Offences.None(Tests().SelectMany(f => ExplicitTest().Matches(f.Content)
            .Where(m => !m.Groups["name"].Value.StartsWith("The_child_", StringComparison.Ordinal))
            .Select(m => $"{f.Path}: {m.Groups["name"].Value}")));
    }

    [Fact]
    public void Tests_wait_for_facts_not_for_time()
    {
        Offences.None(Tests().SelectMany(f => f.Matching(RawWait())));
    }

    [Fact]
    public void Bans_are_not_switched_off_in_tests()
    {
        Offences.None(Tests().SelectMany(f => f.Matching(BanLifted())));
    }

    private static IEnumerable<SourceFile> Tests() =>
        Repository.CSharp("tests").Where(f => !f.Path.EndsWith("/SourceFileTests.cs", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(TODO|FIXME)\b")]
    private static partial Regex ForLater();

    [GeneratedRegex(@"\bSkip(When|Unless|Exceptions|TestWithoutData)?\s*=[^=>]|\bAssert\.Skip")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\bExplicit\s*=\s*true[^;{]*?\b(?<name>\w+)\s*\(")]
    private static partial Regex ExplicitTest();

    /// <summary>A delay on a given time provider is not raw; the two members without one are.</summary>
    [GeneratedRegex(@"\bThread\.Sleep\s*\(|\bTask\.Delay\s*\(\s*[^,()]*(\([^()]*\))?[^,()]*(,\s*\w*([tT]oken|[cC]t)\w*\s*)?\)")]
    private static partial Regex RawWait();

    [GeneratedRegex(@"RS0030")]
    private static partial Regex BanLifted();
}
