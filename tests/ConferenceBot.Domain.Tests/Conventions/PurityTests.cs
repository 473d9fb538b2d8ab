using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conventions;

/// <summary>The domain decides; it waits for nothing and depends on nothing but the framework.</summary>
public sealed class PurityTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Waiting = [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>), typeof(TimeProvider)];
    private static readonly Assembly Domain = typeof(RuleClock).Assembly;

    private static readonly MethodInfo[] Methods = [.. Domain.GetTypes().SelectMany(type => type.GetMethods(Declared))];

    [Fact]
    public void No_method_takes_or_returns_anything_to_wait_for()
    {
        Assert.True(Methods.Length > 500);
        Assert.Empty(Methods.Where(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)
            .Any(t => Waiting.Contains(t.IsGenericType ? t.GetGenericTypeDefinition() : t))));
    }

    [Fact]
    public void No_method_is_async() =>
        Assert.Empty(Methods.Where(m => m.IsDefined(typeof(AsyncStateMachineAttribute)) || m.IsDefined(typeof(AsyncIteratorStateMachineAttribute))));

    [Fact]
    public void It_references_framework_assemblies_alone()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.Empty(Domain.GetReferencedAssemblies().Where(name => !File.Exists(Path.Combine(framework, $"{name.Name}.dll"))));
    }

    [Fact]
    public void It_keeps_no_state_between_decisions() =>
        Assert.Empty(Domain.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute))).SelectMany(t => t.GetFields(Declared))
            .Where(f => f.IsStatic && !f.IsInitOnly && !f.IsLiteral));
}
