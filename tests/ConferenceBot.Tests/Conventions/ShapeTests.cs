using System.Runtime.CompilerServices;
using Xunit;

namespace ConferenceBot.Tests.Conventions;

public sealed class ShapeTests
{
    private const int MostParameters = 5;

    [Fact]
    public void A_service_is_built_from_at_most_five_others()
    {
        var services = Services().Concat(Layers.Written(Layers.SandboxAssembly).Where(IsService));
        var large = services.SelectMany(type => type.GetConstructors(Layers.Everything)).Where(c => c.GetParameters().Length > MostParameters);
        Offences.None(large.Select(c => $"{c.DeclaringType}: {c.GetParameters().Length} parameters"));
    }

    [Fact]
    public void A_class_of_the_host_is_sealed_abstract_or_static()
    {
        Offences.None(Services().Where(type => type is { IsSealed: false, IsAbstract: false }));
    }

    private static IEnumerable<Type> Services() => Layers.Written(Layers.HostAssembly).Where(IsService);

    /// <summary>Records are data, and what tools generate is their own affair.</summary>
    private static bool IsService(Type type) =>
        type.IsClass
        && type.GetMethod("<Clone>$", Layers.Everything) is null
        && !typeof(Delegate).IsAssignableFrom(type)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && !(type.Namespace ?? "").Contains("Migrations", StringComparison.Ordinal);
}
