using System.Text.RegularExpressions;

namespace ConferenceBot.Tests.Conventions;

/// <summary>
/// The abstract records of the domain with their cases. The compiler does not know that such a family is closed, so a switch over one
/// ends in <c>_ => throw new UnreachableException()</c>, and the tests find the cases it forgets.
/// </summary>
internal static partial class Families
{
    private const string Unreachable = "_ => throw new UnreachableException(";

    public static IReadOnlyList<Type> Roots { get; } =
        [.. Layers.DomainAssembly.GetTypes().Where(type => type is { IsAbstract: true, IsInterface: false, IsSealed: false } && IsRecord(type))];

    /// <summary>By the name of the family or enum: the names of its cases.</summary>
    public static ILookup<string, string> Cases { get; } = Roots
        .SelectMany(root => CasesOf(root).Select(type => (Family: Plain(root), Case: Plain(type))))
        .Concat(Enums().SelectMany(type => Enum.GetNames(type).Select(name => (Family: Plain(type), Case: $"{type.Name}.{name}"))))
        .ToLookup(pair => pair.Family, pair => pair.Case);

    public static IEnumerable<Type> CasesOf(Type root) => Everywhere().Where(type => !type.IsAbstract && Descends(type, root));

    /// <summary>Every switch that throws for what it does not name, as its file, line and the text between its braces.</summary>
    public static IEnumerable<Switch> Switches(SourceFile file)
    {
        for (var end = file.Content.IndexOf(Unreachable, StringComparison.Ordinal); end >= 0;
             end = file.Content.IndexOf(Unreachable, end + 1, StringComparison.Ordinal))
        {
            var start = OpeningBrace(file.Content, end);
            yield return new Switch(file.Path, file.Content.AsSpan(0, end).Count('\n') + 1, file.Content[(start + 1)..end]);
        }
    }

    /// <summary>The cases of the family that the switch is about, by most cases named, which it does not name; none where no family is named.</summary>
    public static IReadOnlyList<string> Forgotten(Switch found)
    {
        var arms = string.Join('\n', Patterns(CommentsAndStrings().Replace(found.Body, "")));
        bool Names(string name) => Regex.IsMatch(arms, $@"(?<!\w){Regex.Escape(name)}(?!\w)");
        var family = Cases.Where(group => group.Any(Names)).MaxBy(group => group.Count(Names));
        return family is null ? [] : [.. family.Where(name => !Names(name))];
    }

    private static int OpeningBrace(string text, int from)
    {
        var depth = 0;
        for (var i = from - 1; i >= 0; i--)
        {
            if (text[i] == '}') depth++;
            if (text[i] == '{' && depth-- == 0) return i;
        }

        return 0;
    }

    private static IEnumerable<Type> Everywhere() =>
        Layers.DomainAssembly.GetTypes().Concat(Layers.HostAssembly.GetTypes()).Concat(Layers.SandboxAssembly.GetTypes());

    private static IEnumerable<Type> Enums() => Everywhere().Where(type => type.IsEnum && Layers.Of(type.Namespace) is not null);

    private static bool Descends(Type type, Type root)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if ((above.IsGenericType ? above.GetGenericTypeDefinition() : above) == root) return true;
        }

        return false;
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Layers.Everything) is not null;

    private static string Plain(Type type) => type.Name.Split('`')[0];

    /// <summary>What stands before the arrow of each arm: the pattern with its guard, not what is done.</summary>
    private static IEnumerable<string> Patterns(string body)
    {
        var (depth, from, inPattern) = (0, 0, true);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] is '(' or '[' or '{') depth++;
            if (body[i] is ')' or ']' or '}') depth--;
            if (depth > 0) continue;
            if (body[i] == ',') (from, inPattern) = (i + 1, true);
            if (!inPattern || !body.AsSpan(i).StartsWith("=>")) continue;
            inPattern = false;
            yield return body[from..i];
        }
    }

    [GeneratedRegex("""//[^\n]*|"(\\.|[^"\\\n])*"|'(\\.|[^'\\])'""")]
    private static partial Regex CommentsAndStrings();
}

/// <param name="Line">Of the arm that throws.</param>
internal sealed record Switch(string Path, int Line, string Body);
