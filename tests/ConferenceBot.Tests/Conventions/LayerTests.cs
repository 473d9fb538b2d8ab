using Xunit;

namespace ConferenceBot.Tests.Conventions;

public sealed class LayerTests
{
    public static TheoryData<string> Folders => [.. Layers.May.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_host_uses_only_the_folders_it_may(string folder)
    {
        Offences.None(Layers.Uses(folder).Where(use => !Layers.May[folder].Contains(use.Folder)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_folder_of_the_layout_holds_types(string folder)
    {
        Assert.Contains(Layers.Written(Layers.HostAssembly), type => Layers.Of(type.Namespace) == folder);
    }

    [Fact]
    public void Every_folder_of_the_host_is_part_of_the_layout()
    {
        var folders = Repository.CSharp("bot/ConferenceBot").Select(f => f.Path.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]);
        Offences.None(folders.Distinct().Where(folder => !Layers.May.ContainsKey(folder)));
    }

    [Fact]
    public void The_uses_inside_method_bodies_are_seen()
    {
        var uses = Layers.Architecture.Types.Single(t => t.FullName == "ConferenceBot.Domain.Preparation.PreparationPlan").Dependencies;
        Assert.Contains(uses, d => d.Target.FullName == "ConferenceBot.Domain.Preparation.PromptSteps");
    }

    [Fact]
    public void The_domain_uses_nothing_of_the_host()
    {
        Offences.None(Layers.Uses(Layers.Domain));
    }

    [Fact]
    public void Only_Delivery_uses_the_folders_of_wire_and_cards()
    {
        string[] wire = ["Teams", "Cards"];
        string[] mayKnow = ["Teams", "Cards", "Delivery"];
        var strangers = Layers.May.Keys.Append(Layers.Domain).Where(folder => !mayKnow.Contains(folder));
        Offences.None(strangers.SelectMany(Layers.Uses).Where(use => wire.Contains(use.Folder)));
        Assert.Contains(Layers.Written(Layers.HostAssembly), type => type.Name == "Activity" && Layers.Of(type.Namespace) == "Teams");
    }

    [Fact]
    public void The_sandbox_shares_no_type_with_the_host_so_that_both_cannot_share_a_mistake()
    {
        var references = Layers.SandboxAssembly.GetReferencedAssemblies().Select(name => name.Name!);
        Offences.None(references.Where(name => name == "ConferenceBot" || name.StartsWith("ConferenceBot.", StringComparison.Ordinal)));
        var project = File.ReadAllText(Repository.At("bot/ConferenceBot.Sandbox/ConferenceBot.Sandbox.csproj"));
        Assert.DoesNotContain("<Compile Include", project, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_references_no_part_of_the_sandbox_or_the_tests()
    {
        var ours = Layers.HostAssembly.GetReferencedAssemblies().Select(n => n.Name!).Where(n => n.StartsWith("ConferenceBot", StringComparison.Ordinal));
        Assert.Equal(["ConferenceBot.Domain"], ours);
    }
}
