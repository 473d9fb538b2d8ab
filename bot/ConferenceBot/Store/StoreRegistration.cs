using ConferenceBot.Workflows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Store;

internal static class StoreRegistration
{
    /// <summary>
    /// Registers <see cref="IStore"/>, its settings (<c>Store</c>, <c>Protection</c>), the migration at start, the keys of the protected
    /// text and the health check <c>store</c>.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.AddOptions<ProtectionOptions>().Bind(configuration.GetSection(ProtectionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.AddSingleton<IValidateOptions<ProtectionOptions>, ProtectionOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<SqliteFile>();
        services.AddSingleton<SqlitePragmas>();
        services.AddDbContextFactory<ConferenceBotDb>(Use);
        services.AddDbContext<KeysDb>(Use);
        services.AddKeys(configuration);

        services.AddSingleton<WriteGate>();
        services.AddSingleton<TextVault>();
        services.AddSingleton<AuditSeal>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<IAuditProof>(provider => provider.GetRequiredService<AuditVerifier>());
        services.AddSingleton<StoreDiagnostics>();
        services.AddSingleton<IStore, EfStore>();
        services.AddSingleton<IKeyedHash, InputHash>();
        services.AddSingleton<StoreStart>();
        services.AddHostedService(provider => provider.GetRequiredService<StoreStart>());
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
        return services;
    }

    private static void Use(IServiceProvider provider, DbContextOptionsBuilder builder) => StoreDatabases.Use(
        builder, provider.GetRequiredService<SqliteFile>(), provider.GetRequiredService<SqlitePragmas>());

    private static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("ConferenceBot").PersistKeysToDbContext<KeysDb>();
        var path = configuration[$"{ProtectionOptions.Section}:{nameof(ProtectionOptions.Certificate)}"];
        if (!string.IsNullOrWhiteSpace(path) && WrappingCertificate.CanBeUsed(path))
            keys.ProtectKeysWithCertificate(WrappingCertificate.Load(path));
    }
}
