using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ConferenceBot.Store;

/// <summary>
/// Instants are stored as UTC ticks of 100 ns since year 1: exact, and ordered and compared alike by every provider. The offset is
/// not kept: what comes back is UTC.
/// </summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>Local days are stored as <c>yyyy-MM-dd</c>.</summary>
internal sealed class IsoDay() : ValueConverter<DateOnly, string>(
    day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

/// <summary>Small lists that are never queried, as one JSON text.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<ImmutableArray<T>> AsJson<T>(
        this PropertyBuilder<ImmutableArray<T>> property, JsonTypeInfo<ImmutableArray<T>> type) => property.HasConversion(
            new ValueConverter<ImmutableArray<T>, string>(
                list => JsonSerializer.Serialize(list, type), text => JsonSerializer.Deserialize(text, type)),
            new ValueComparer<ImmutableArray<T>>(
                (a, b) => Same(a, b), list => list.Length, list => list));

    private static bool Same<T>(ImmutableArray<T> a, ImmutableArray<T> b) => a.SequenceEqual(b);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<Guid>))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<GivenStepColumn>))]
internal sealed partial class StoreJson : JsonSerializerContext;
