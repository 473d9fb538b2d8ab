using System.Collections.Frozen;
using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace ConferenceBot.Tests.Conventions;

/// <summary>The folders of the host, and which of them each may use. What is not listed is not allowed.</summary>
internal static class Layers
{
    /// <summary>The folder at the middle; it knows nothing of the others.</summary>
    public const string Domain = "Domain";

    /// <summary>The settings of each council, its credentials and its calls to Graph: usable from every adapter.</summary>
    public const string Councils = "Councils";

    public static readonly FrozenDictionary<string, string[]> May = new Dictionary<string, string[]>
    {
        ["Workflows"] = [Domain],
        [Councils] = ["Workflows", Domain],
        ["Calendars"] = ["Workflows", Councils, Domain],
        ["People"] = ["Workflows", Councils, Domain],
        ["Store"] = ["Workflows", Councils, Domain],
        ["Cards"] = [Domain],
        ["Teams"] = ["Workflows", "Cards", Councils, Domain],
        ["Delivery"] = ["Workflows", "Cards", "Teams", Councils, Domain],
        ["Clockwork"] = ["Workflows", Councils, Domain],
        ["Operations"] = ["Workflows", Councils, Domain],
    }.ToFrozenDictionary();

    public static Assembly DomainAssembly { get; } = Assembly.Load("ConferenceBot.Domain");
    public static Assembly HostAssembly { get; } = Assembly.Load("ConferenceBot");
    public static Assembly SandboxAssembly { get; } = Assembly.Load("ConferenceBot.Sandbox");

    /// <summary>Host and domain as compiled, method bodies included.</summary>
    public static Architecture Architecture { get; } = new ArchLoader().LoadAssemblies(HostAssembly, DomainAssembly).Build();

    /// <summary>The folder a namespace belongs to: <c>ConferenceBot.Store.Rows</c> is "Store"; null for everything that is not ours.</summary>
    public static string? Of(string? fullNamespace)
    {
        const string ours = "ConferenceBot.";
        if (fullNamespace is null || !fullNamespace.StartsWith(ours, StringComparison.Ordinal)) return null;
        return fullNamespace[ours.Length..].Split('.')[0];
    }

    /// <summary>
    /// What the types of one folder use of the others, each pair once. The parameters of a generic method count as types there, named
    /// after any method of the same signature; they say nothing about use and are left out.
    /// </summary>
    public static IEnumerable<Use> Uses(string folder) => Architecture.Types
        .Where(type => Of(type.Namespace?.FullName) == folder)
        .SelectMany(type => type.Dependencies, (type, d) => (type, d.Target))
        .Where(pair => !pair.Target.FullName.Contains("::", StringComparison.Ordinal))
        .Select(pair => new Use(pair.type.FullName, Of(pair.Target.Namespace?.FullName), pair.Target.FullName))
        .Where(use => use.Folder is not null && use.Folder != folder)
        .Distinct();

    /// <summary>Types written by people: what the compiler makes has no name that can be written.</summary>
    public static IEnumerable<System.Type> Written(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal) && Of(type.Namespace) is not null);

    public static BindingFlags Everything => BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
}

/// <summary>One type uses another of a different folder.</summary>
internal sealed record Use(string From, string? Folder, string To)
{
    public override string ToString() => $"{From} uses {To}";
}
