using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace ConferenceBot.Tests.Conventions;

/// <summary>The settings as the options classes read them: a tree of names. A leaf is one value or a list of values.</summary>
internal sealed class SettingsTree
{
    /// <summary>The name of every entry of a dictionary and of every element of a list.</summary>
    private const string Any = "{}";

    private readonly SortedDictionary<string, SettingsTree> below = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Type> read = [];

    /// <summary>Every options class that is part of the tree.</summary>
    public IReadOnlySet<Type> Read => read;

    public static SettingsTree Of(IEnumerable<(string Section, Type Options)> sections)
    {
        var root = new SettingsTree();
        foreach (var (section, options) in sections)
        {
            var node = root;
            foreach (var name in section.Split(':', StringSplitOptions.RemoveEmptyEntries))
                node = node.Child(name.StartsWith('{') ? Any : name);
            node.Add(options, root.read);
        }

        return root;
    }

    /// <summary>What the template has and no class reads, and what a class reads and the template lacks; each with its full key.</summary>
    public IEnumerable<string> Differences(JsonElement template, string path = "")
    {
        if (below.Count == 0)
            return IsValue(template) ? [] : [$"{path}: the options class reads one value or a list of values"];
        if (below.TryGetValue(Any, out var element))
            return EachEntry(template, element, path);
        if (template.ValueKind != JsonValueKind.Object)
            return [$"{path}: the options class reads a section"];
        var there = template.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return there.Keys.Where(name => !below.Keys.Contains(name, StringComparer.Ordinal)).Select(name => $"{Join(path, name)}: no options class reads it")
            .Concat(below.Keys.Where(name => !there.ContainsKey(name)).Select(name => $"{Join(path, name)}: missing from the template"))
            .Concat(below.Where(pair => there.ContainsKey(pair.Key)).SelectMany(pair => pair.Value.Differences(there[pair.Key], Join(path, pair.Key))));
    }

    private static IEnumerable<string> EachEntry(JsonElement template, SettingsTree element, string path)
    {
        IReadOnlyList<(string Name, JsonElement Value)> entries = template.ValueKind switch
        {
            JsonValueKind.Object => [.. template.EnumerateObject().Select(p => (p.Name, p.Value))],
            JsonValueKind.Array => [.. template.EnumerateArray().Index().Select(p => ($"{p.Index}", p.Item))],
            _ => [],
        };
        return entries.Count == 0
            ? [$"{path}: needs an entry as an example"]
            : entries.SelectMany(entry => element.Differences(entry.Value, Join(path, entry.Name)));
    }

    private void Add(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsLeaf(type)) return;
        if (ElementOf(type) is { } element)
        {
            if (!IsLeaf(element) || IsDictionary(type)) Child(Any).Add(element, seen);
            return;
        }

        seen.Add(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsBound))
            Child(property.Name).Add(property.PropertyType, seen);
    }

    private SettingsTree Child(string name) => below.TryGetValue(name, out var child) ? child : below[name] = new SettingsTree();

    private static bool IsBound(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 && (property.CanWrite || ElementOf(property.PropertyType) is not null);

    private static bool IsLeaf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { } plain
        && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(Uri) || plain.Namespace == "System" && plain.IsValueType);

    private static bool IsDictionary(Type type) => Interfaces(type).Any(i => i.GetGenericTypeDefinition() == typeof(IEnumerable<>)
        && i.GetGenericArguments()[0] is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    /// <summary>The type of a collection's elements or a dictionary's values; null for everything else.</summary>
    private static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type)) return null;
        var element = Interfaces(type).First(i => i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        return IsDictionary(type) ? element.GetGenericArguments()[1] : element;
    }

    private static IEnumerable<Type> Interfaces(Type type) => type.GetInterfaces().Append(type).Where(i => i.IsGenericType);

    private static bool IsValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => false,
        JsonValueKind.Array => json.EnumerateArray().All(e => e.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)),
        _ => true,
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";
}
