using Microsoft.Extensions.Options;

namespace ConferenceBot.Councils;

/// <summary>Names every fault of one council's section; each text begins with the full key, <paramref name="path"/> being the section's.</summary>
internal delegate IEnumerable<string> SectionRules<in TOptions>(TOptions options, string path, bool development);

/// <summary>
/// Binds one section of every council, <c>Councils:{key}:{section}</c>, as options named by the council's key, and checks them all at start.
/// The councils are looked up when the options are first needed, so sources added before the host starts count.
/// </summary>
internal static class CouncilSections
{
    /// <param name="numbers">Keys inside the section that must be whole numbers when they are present.</param>
    public static IServiceCollection AddCouncilSection<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section, SectionRules<TOptions> rules, params string[] numbers)
        where TOptions : class, new()
    {
        if (services.Any(service => service.ServiceType == typeof(IValidateOptions<SectionStart<TOptions>>)))
            return services;
        services.AddSingleton<IConfigureOptions<TOptions>>(new SectionBinding<TOptions>(configuration, section));
        services.AddSingleton<IValidateOptions<SectionStart<TOptions>>>(provider => new SectionCheck<TOptions>(
            configuration, section, numbers, rules, provider.GetRequiredService<IHostEnvironment>()));
        services.AddOptions<SectionStart<TOptions>>().ValidateOnStart();
        return services;
    }
}

/// <summary>Stands for the check of all councils' sections at start; has no settings of its own.</summary>
internal sealed class SectionStart<TOptions>;

internal sealed class SectionBinding<TOptions>(IConfiguration configuration, string section) : IConfigureNamedOptions<TOptions>
    where TOptions : class
{
    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TOptions options)
    {
        if (!string.IsNullOrEmpty(name))
            configuration.GetSection($"Councils:{name}:{section}").Bind(options);
    }
}

internal sealed class SectionCheck<TOptions>(
    IConfiguration configuration, string section, string[] numbers, SectionRules<TOptions> rules, IHostEnvironment environment)
    : IValidateOptions<SectionStart<TOptions>>
    where TOptions : class, new()
{
    public ValidateOptionsResult Validate(string? name, SectionStart<TOptions> options)
    {
        var failures = configuration.GetSection("Councils").GetChildren()
            .SelectMany(council => Failures(council.GetSection(section))).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private List<string> Failures(IConfigurationSection given)
    {
        var bad = numbers.Where(key => given[key] is { Length: > 0 } text && !int.TryParse(text, out _)).ToList();
        var readable = new ConfigurationBuilder()
            .AddInMemoryCollection(given.AsEnumerable(makePathsRelative: true).Where(pair => !bad.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)))
            .Build();
        var options = readable.Get<TOptions>() ?? new TOptions();
        return [.. bad.Select(key => $"{given.Path}:{key}: must be a whole number"), .. rules(options, given.Path, environment.IsDevelopment())];
    }
}
