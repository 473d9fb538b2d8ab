using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace ConferenceBot.Tests.Conventions;

/// <summary>The domain decides; it waits for nothing, reads nothing and asks no clock.</summary>
public sealed partial class DomainTests
{
    private static readonly string[] Waiting =
    [
        "System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "System.Collections.Generic.IAsyncEnumerable", "System.IAsyncDisposable", "System.TimeProvider",
    ];

    [Fact]
    public void It_references_only_the_framework()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var names = Layers.DomainAssembly.GetReferencedAssemblies().Select(name => name.Name!);
        Offences.None(names.Where(name => !File.Exists(Path.Combine(framework, name + ".dll"))));
    }

    [Fact]
    public void Its_project_names_no_package_and_no_project()
    {
        var project = File.ReadAllText(Repository.At("bot/ConferenceBot.Domain/ConferenceBot.Domain.csproj"));
        Assert.DoesNotMatch("<(PackageReference|ProjectReference|FrameworkReference|Reference)\\b", project);
    }

    [Fact]
    public void No_member_takes_or_returns_a_task()
    {
        Offences.None(Signatures().Where(s => Parts(s.Type).Any(part => Waiting.Contains(part))).Select(s => $"{s.Member.DeclaringType}.{s.Member.Name}"));
    }

    [Fact]
    public void No_method_is_async()
    {
        var methods = Layers.DomainAssembly.GetTypes().SelectMany(type => type.GetMethods(Layers.Everything));
        Offences.None(methods.Where(m => m.IsDefined(typeof(AsyncStateMachineAttribute)) || m.IsDefined(typeof(AsyncIteratorStateMachineAttribute))));
        Offences.None(Repository.CSharp("bot/ConferenceBot.Domain").SelectMany(f => f.Matching(AsyncOrAwait())));
    }

    [Fact]
    public void The_members_are_read_at_all()
    {
        Assert.Contains(Signatures(), s => s.Member is { Name: "Decide", DeclaringType.Name: "PreparationPlan" });
    }

    private static IEnumerable<(MemberInfo Member, Type Type)> Signatures() => Layers.DomainAssembly.GetTypes()
        .SelectMany(type => type.GetMembers(Layers.Everything))
        .SelectMany(member => member switch
        {
            MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            EventInfo happening => [happening.EventHandlerType!],
            _ => Array.Empty<Type>(),
        }, (member, type) => (member, type));

    /// <summary>The type's name without its arity, and those of its elements and arguments.</summary>
    private static IEnumerable<string> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        var name = type.IsGenericParameter ? type.Name : $"{type.Namespace}.{type.Name.Split('`')[0]}";
        return type.GetGenericArguments().SelectMany(Parts).Prepend(name);
    }

    [GeneratedRegex(@"^(?!\s*//).*\b(async|await)\b\s")]
    private static partial Regex AsyncOrAwait();
}
