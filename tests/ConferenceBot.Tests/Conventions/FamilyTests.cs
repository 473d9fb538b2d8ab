using System.Text.RegularExpressions;
using ConferenceBot.Domain;
using Xunit;

namespace ConferenceBot.Tests.Conventions;

public sealed class FamilyTests
{
    [Fact]
    public void Every_case_of_a_domain_family_is_sealed_and_in_the_domain()
    {
        Assert.NotEmpty(Families.Roots);
        Assert.All(Families.Roots, root => Assert.NotEmpty(Families.CasesOf(root)));
        Offences.None(Families.Roots.SelectMany(Families.CasesOf).Where(type => !type.IsSealed || type.Assembly != Layers.DomainAssembly));
    }

    [Fact]
    public void A_switch_that_throws_for_the_unreachable_names_every_case_of_its_family()
    {
        var forgetful =
            from file in Repository.CSharp("bot")
            from found in Families.Switches(file)
            from name in Families.Forgotten(found)
            select $"{found.Path}:{found.Line} forgets {name}";
        Offences.None(forgetful);
    }

    [Fact]
    public void A_forgotten_case_is_found()
    {
        const string text = "x switch { HardToSay.Nothing => 1, // says nothing\n HardToSay.Ground { Key: \"Support\" } g when g.Key is { } => Support(g), _ => throw new UnreachableException() }";
        var found = Assert.Single(Families.Switches(new SourceFile("a.cs", text)));
        Assert.Equal(["Support"], Families.Forgotten(found));
    }

    [Fact]
    public void A_forgotten_member_of_an_enum_is_found()
    {
        const string text = "unit switch\n{\n  Urgency.Routine => new { A = 1 },\n  _ => throw new UnreachableException(\"urgency\"),\n}";
        Assert.Equal(["Urgency.Now"], Families.Forgotten(Assert.Single(Families.Switches(new SourceFile("a.cs", text)))));
    }

    [Fact]
    public void Every_refusal_is_given_somewhere()
    {
        var code = string.Concat(Repository.CSharp("bot").Where(f => !f.Path.EndsWith("/Refusals.cs", StringComparison.Ordinal)).Select(f => f.Content));
        var refusals = Families.CasesOf(typeof(Refusal)).Select(type => type.Name);
        Offences.None(refusals.Where(name => !Regex.IsMatch(code, $@"new {name}\b")));
    }
}
