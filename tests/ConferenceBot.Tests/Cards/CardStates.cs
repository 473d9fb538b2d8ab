using System.Collections;
using System.Reflection;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Tests.Cards;

/// <summary>The states that the samples show, read from their contents: each enum, each yes or no, each thing that is there or not.</summary>
internal static class CardStates
{
    /// <summary>Facts of a conference, the same on every card: they are asked for once over all cards.</summary>
    private static readonly Type[] Shared = [typeof(ConferenceLine), typeof(ConferenceType)];

    /// <returns>Such as <c>ChairAlertContent.State=Read</c>, every one that a card of that content can be in.</returns>
    public static IEnumerable<string> Possible(Type content) => Members(content, content.Name).SelectMany(member => Values(member.Type, member.Path));

    public static IEnumerable<string> Shown(CardContent content) => Walk(content, content.GetType(), content.GetType().Name);

    private static IEnumerable<string> Values(Type type, string path)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum) return Enum.GetNames(plain).Select(name => $"{path}={name}");
        return plain == typeof(bool) ? [$"{path}=False", $"{path}=True"] : [];
    }

    private static IEnumerable<(string Path, Type Type)> Members(Type type, string path) =>
        Properties(type).SelectMany(property => Inside(property.PropertyType) is { } part
            ? Members(part, $"{path}.{property.Name}")
            : [($"{path}.{property.Name}", property.PropertyType)]);

    private static IEnumerable<string> Walk(object value, Type type, string path)
    {
        foreach (var property in Properties(type))
        {
            var (inner, at) = (property.GetValue(value), $"{path}.{property.Name}");
            if (inner is null) continue;
            if (Inside(property.PropertyType) is not { } part) yield return $"{at}={inner}";
            else
                foreach (var item in inner is IEnumerable many ? many.Cast<object>() : [inner])
                    foreach (var state in Walk(item, part, at))
                        yield return state;
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not ("Kept" or "Refusal")
            && !Shared.Contains(property.PropertyType));

    /// <returns>The type of our own records inside; null for a plain value.</returns>
    private static Type? Inside(Type type)
    {
        var item = type.IsGenericType && type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? type.GetGenericArguments()[0] : type;
        return item.IsEnum || item.IsValueType || item.Namespace?.StartsWith("ConferenceBot", StringComparison.Ordinal) != true ? null : item;
    }
}
