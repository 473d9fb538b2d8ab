using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Councils;

/// <summary>The councils this host serves, typed and validated; read once.</summary>
internal sealed class CouncilsLookup
{
    private readonly FrozenDictionary<string, Council> byKey;
    private readonly FrozenDictionary<Guid, Council> byAppId;

    /// <exception cref="OptionsValidationException">The settings are not usable; every bad key is named.</exception>
    public CouncilsLookup(IOptions<CouncilsOptions> options)
    {
        var councils = options.Value.Councils;
        All = [.. councils
            .Select(pair => Council.From(pair.Key, pair.Value, councils.Count == 1 || bool.TryParse(pair.Value.Default, out var d) && d))
            .OrderBy(council => council.Key, StringComparer.Ordinal)];
        byKey = All.ToFrozenDictionary(council => council.Key, StringComparer.Ordinal);
        byAppId = All.ToFrozenDictionary(council => council.AppId);
        Default = All.Single(council => council.IsDefault);
    }

    /// <summary>Every council, by key in ordinal order; at least one.</summary>
    public IReadOnlyList<Council> All { get; }

    /// <summary>The deployment's own council.</summary>
    public Council Default { get; }

    /// <summary>The council with that key.</summary>
    /// <exception cref="KeyNotFoundException">No council has that key.</exception>
    public Council this[string key] =>
        byKey.TryGetValue(key, out var council) ? council : throw new KeyNotFoundException($"No council has the key '{key}'.");

    /// <summary>The council with that key, or null.</summary>
    public Council? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The council whose bot has that app id, or null.</summary>
    public Council? FindByAppId(Guid appId) => byAppId.GetValueOrDefault(appId);
}
