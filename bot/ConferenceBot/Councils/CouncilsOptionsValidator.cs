using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Councils;

/// <summary>Checks the councils at start and names every bad key at once, with its whole path.</summary>
internal sealed partial class CouncilsOptionsValidator(IHostEnvironment environment) : IValidateOptions<CouncilsOptions>
{
    public ValidateOptionsResult Validate(string? name, CouncilsOptions options)
    {
        List<string> failures = [];
        if (options.Councils.Count == 0)
            failures.Add("Councils: at least one council is required");

        foreach (var (key, council) in options.Councils)
        {
            if (!CouncilKey().IsMatch(key))
                failures.Add($"Councils:{key}: the key must be 1 to 40 lower-case letters, digits or hyphens");
            failures.AddRange(TeamsFailures(council.Teams, $"Councils:{key}:Teams"));
            failures.AddRange(IdentityRules.Failures(council.Identity, $"Councils:{key}:Identity", environment.IsDevelopment()));
        }

        failures.AddRange(DefaultFailures(options));
        failures.AddRange(SharedAppIds(options));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> TeamsFailures(TeamsOptions teams, string path)
    {
        var development = environment.IsDevelopment();
        if (!IsGuid(teams.AppId))
            yield return $"{path}:AppId: must be a guid";
        if (!IsGuid(teams.TenantId))
            yield return $"{path}:TenantId: must be a guid";
        if (LoopbackRule.Problem(teams.OpenIdMetadataUrl, development) is { } metadata)
            yield return $"{path}:OpenIdMetadataUrl: {metadata}";
        if (LoopbackRule.Problem(teams.TokenIssuer, development) is { } issuer)
            yield return $"{path}:TokenIssuer: {issuer}";
        else if (ConnectorCloud.OfMetadata(teams.OpenIdMetadataUrl) is { } cloud && cloud.TokenIssuer != teams.TokenIssuer)
            yield return $"{path}:TokenIssuer: must be {cloud.TokenIssuer} with that OpenIdMetadataUrl";
        if (!string.IsNullOrWhiteSpace(teams.ServiceUrl) && LoopbackRule.Problem(teams.ServiceUrl, development) is { } service)
            yield return $"{path}:ServiceUrl: {service}";
        if (!string.IsNullOrWhiteSpace(teams.CatalogAppId) && !IsGuid(teams.CatalogAppId))
            yield return $"{path}:CatalogAppId: must be a guid or empty";
        foreach (var (index, host) in (teams.AllowedHosts ?? []).Index())
        {
            if (AllowedHostProblem(host, development) is { } problem)
                yield return $"{path}:AllowedHosts:{index}: {problem}";
        }
    }

    private static string? AllowedHostProblem(string? host, bool development)
    {
        if (host is null || Uri.CheckHostName(host) == UriHostNameType.Unknown)
            return "must be a bare host name";
        if (LoopbackRule.IsLoopback(host))
            return development ? null : "may be a loopback host only in Development";
        if (Uri.CheckHostName(host) == UriHostNameType.Dns && !host.Trim('.').Contains('.', StringComparison.Ordinal))
            return "must have at least two labels";
        return host.Equals("trafficmanager.net", StringComparison.OrdinalIgnoreCase) ? "is shared by many tenants; name the whole host" : null;
    }

    private static IEnumerable<string> DefaultFailures(CouncilsOptions options)
    {
        foreach (var (key, council) in options.Councils)
        {
            if (council.Default is not (null or "") && !bool.TryParse(council.Default, out _))
                yield return $"Councils:{key}:Default: must be true or false";
        }

        var defaults = options.Councils.Where(pair => bool.TryParse(pair.Value.Default, out var isDefault) && isDefault).Select(pair => pair.Key).ToList();
        if (options.Councils.Count > 1 && defaults.Count == 0)
            yield return "Councils: exactly one council must have Default set to true, none has";
        if (defaults.Count > 1)
            yield return $"{string.Join(", ", defaults.Select(key => $"Councils:{key}:Default"))}: exactly one council must have Default set to true";
    }

    private static IEnumerable<string> SharedAppIds(CouncilsOptions options) => options.Councils
        .Where(pair => IsGuid(pair.Value.Teams.AppId))
        .GroupBy(pair => Guid.Parse(pair.Value.Teams.AppId!))
        .Where(group => group.Count() > 1)
        .Select(group => $"{string.Join(", ", group.Select(pair => $"Councils:{pair.Key}:Teams:AppId"))}: must be unique, the app id selects the council");

    private static bool IsGuid(string? value) => Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty;

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex CouncilKey();
}
